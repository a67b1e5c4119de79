//! An argument that cannot be made from an object.
//~ `Job` cannot be made from a Python object
use hstack::{class, methods};

struct Job;

#[class]
struct Counter;

#[methods]
impl Counter {
    fn add(&self, _job: Job) {}
}

fn main() {}
