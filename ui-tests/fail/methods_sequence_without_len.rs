//! A sequence without a length.
//~ a `sequence` counts negative indexes from the end, so it has a length: add `__len__`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods(sequence)]
impl Counter {
    fn __getitem__(&self, index: usize) -> usize {
        index
    }
}

fn main() {}
