//! `__richcmp__` with an operation of another type.
//~ mismatched types
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __richcmp__(&self, _other: i64, _op: i64) -> bool {
        true
    }
}

fn main() {}
