//! Plain memory that Python would write to.
//~ `u8` cannot be memory that Python writes to
use hstack::buffer::Memory;
use hstack::{class, methods};

#[class]
struct Counter(Vec<u8>);

#[methods]
impl Counter {
    fn __buffer__(&self) -> Memory<'_> {
        Memory::writable(&self.0)
    }
}

fn main() {}
