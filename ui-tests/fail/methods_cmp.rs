//! `__cmp__`, which Python 3 does not have.
//~ Python has no `__cmp__`: write `__richcmp__`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __cmp__(&self, _other: i64) -> i64 {
        0
    }
}

fn main() {}
