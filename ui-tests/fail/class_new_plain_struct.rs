//! An instance of a struct that is no class.
//~ `Job` is not a Python class
//~ put `#[hstack::class]` on the struct
use hstack::prelude::*;

struct Job;

fn t(f: &Frame) -> bool {
    f.new(Job).is_ok()
}

fn main() {}
