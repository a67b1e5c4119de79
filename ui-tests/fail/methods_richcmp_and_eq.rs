//! All comparisons twice.
//~ `__richcmp__` is all six comparisons: remove it, or `__eq__`, `__lt__` and the like
use hstack::types::CompareOp;
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __richcmp__(&self, _other: i64, _op: CompareOp) -> bool {
        true
    }

    fn __eq__(&self, _other: i64) -> bool {
        true
    }
}

fn main() {}
