//! `#[new]` that returns something else.
//~ `i64` cannot be the result of `#[new]`
//~ return `Self`, for a class with fields the `Init` struct that its macro writes
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[new]
    fn new() -> i64 {
        1
    }
}

fn main() {}
