//! `__eq__` without the other one.
//~ `__eq__` takes one argument: write one after the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __eq__(&self) -> bool {
        true
    }
}

fn main() {}
