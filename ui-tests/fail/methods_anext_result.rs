//! `__anext__` that returns no `Option`.
//~ `i64` cannot be the result of `__next__` or `__anext__`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __anext__(&self) -> i64 {
        1
    }
}

fn main() {}
