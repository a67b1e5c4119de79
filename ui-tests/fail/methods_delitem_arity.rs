//! `__delitem__` with a value.
//~ `__delitem__` takes one argument: write one after the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __delitem__(&self, _key: i64, _value: i64) {}
}

fn main() {}
