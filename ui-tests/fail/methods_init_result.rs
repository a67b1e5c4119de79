//! `__init__` that returns an instance.
//~ `Counter` cannot be the result of
use hstack::{class, methods};

#[class]
#[derive(Default)]
struct Counter;

#[methods]
impl Counter {
    fn __init__(&self) -> Counter {
        Counter
    }
}

fn main() {}
