//! A field that cannot be made from an object.
//~ `Job` cannot be made from a Python object
use hstack::prelude::*;

struct Job;

#[derive(FromPy)]
struct Order {
    job: Job,
}

fn main() {}
