//! `__getattr__` with two arguments.
//~ `__getattr__` takes one argument: write one after the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __getattr__(&self, _name: &str, _other: &str) -> i64 {
        0
    }
}

fn main() {}
