//! The same, in a `Result`.
//~ `std::result::Result<Job, hstack::Error>` cannot be the result of a native function
use hstack::function;
use hstack::prelude::*;

struct Job;

#[function]
fn t() -> Result<Job> {
    Ok(Job)
}

fn main() {}
