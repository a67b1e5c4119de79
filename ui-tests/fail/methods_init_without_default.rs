//! `__init__` alone, without a value to start with.
//~ a class with `__init__` and without `#[new]` starts empty, and `Counter` has no `Default`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __init__(&self) {}
}

fn main() {}
