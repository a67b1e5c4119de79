//! `__add__` with two arguments.
//~ `__add__` takes one argument: write one after the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __add__(&self, _a: i64, _b: i64) -> i64 {
        0
    }
}

fn main() {}
