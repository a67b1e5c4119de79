//! `__pow__` with three arguments.
//~ `__pow__` takes one or two arguments: write them after the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __pow__(&self, _a: i64, _b: i64, _c: i64) -> i64 {
        0
    }
}

fn main() {}
