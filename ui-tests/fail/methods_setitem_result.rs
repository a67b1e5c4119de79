//! `__setitem__` that returns something.
//~ `i64` cannot be the result of
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __setitem__(&self, _key: i64, _value: i64) -> i64 {
        0
    }
}

fn main() {}
