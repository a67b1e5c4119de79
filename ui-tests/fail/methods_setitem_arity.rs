//! `__setitem__` without a value.
//~ `__setitem__` takes two arguments: write two after the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __setitem__(&self, _key: i64) {}
}

fn main() {}
