//! `__del__` that returns something.
//~ `i64` cannot be the result of
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __del__(&self) -> i64 {
        0
    }
}

fn main() {}
