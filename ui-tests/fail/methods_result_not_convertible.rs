//! A result that cannot be made into an object.
//~ `Job` cannot be the result of a native function
use hstack::{class, methods};

struct Job;

#[class]
struct Counter;

#[methods]
impl Counter {
    fn job(&self) -> Job {
        Job
    }
}

fn main() {}
