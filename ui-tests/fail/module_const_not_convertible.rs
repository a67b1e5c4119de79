//! A constant that cannot be made into an object.
//~ `Job` cannot be made into a Python object
#[hstack::module]
mod shop {
    pub struct Job;
    pub const JOB: Job = Job;
}

fn main() {}
