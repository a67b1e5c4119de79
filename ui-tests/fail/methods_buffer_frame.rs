//! Memory that is lent by a frame.
//~ memory is lent by the instance, for as long as it lives
use hstack::buffer::Memory;
use hstack::prelude::*;
use hstack::{class, methods};

#[class]
struct Counter(Vec<u8>);

#[methods]
impl Counter {
    fn __buffer__(&self, f: &Frame) -> Memory<'_> {
        let _ = f;
        Memory::new(&self.0)
    }
}

fn main() {}
