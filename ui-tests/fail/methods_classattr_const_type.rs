//! A constant of the class that Python cannot have.
//~ `Secret` cannot be the result of a native function
use hstack::{class, methods};

struct Secret;

#[class]
struct Counter;

#[methods]
impl Counter {
    #[classattr]
    const LIMIT: Secret = Secret;
}

fn main() {}
