//! `__next__` that returns no `Option`.
//~ `i64` cannot be the result of `__next__`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __next__(&self) -> i64 {
        1
    }
}

fn main() {}
