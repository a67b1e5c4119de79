//! A sequence that is a mapping.
//~ a class is a `sequence` or a `mapping`: keep one
use hstack::{class, methods};

#[class]
struct Counter;

#[methods(sequence, mapping)]
impl Counter {
    fn __len__(&self) -> usize {
        0
    }
}

fn main() {}
