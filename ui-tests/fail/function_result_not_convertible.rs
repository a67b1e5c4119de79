//! A result that cannot be made into an object.
//~ `Job` cannot be the result of a native function
//~ return a handle, a std type, a type with `#[derive(ToPy)]`, or `Result` of one
use hstack::function;

struct Job;

#[function]
fn t() -> Job {
    Job
}

fn main() {}
