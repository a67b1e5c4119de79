//! The same inside a vector.
//~ `Job` cannot be made from a Python object
use hstack::prelude::*;

struct Job;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, Any>) -> bool {
    x.extract::<Vec<Job>>(f).is_ok()
}

fn main() {}
