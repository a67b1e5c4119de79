//! `__clear__` by hand.
//~ the collector sees the fields of a class by itself
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __clear__(&self) {}
}

fn main() {}
