//! `__richcmp__` without the operation.
//~ `__richcmp__` takes two arguments: write two after the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __richcmp__(&self, _other: i64) -> bool {
        true
    }
}

fn main() {}
