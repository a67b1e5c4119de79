//! `#[methods]` for a struct that is no class.
//~ `Counter` is not a Python class
use hstack::methods;

struct Counter;

#[methods]
impl Counter {
    fn end(&self) {}
}

fn main() {}
