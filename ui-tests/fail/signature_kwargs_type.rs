//! `**kwargs` of a type that no dict becomes.
//~ `Job` cannot be made from a Python object
use hstack::function;

struct Job;

#[function(signature = (**kwargs))]
fn t(kwargs: Job) {
    drop(kwargs)
}

fn main() {}
