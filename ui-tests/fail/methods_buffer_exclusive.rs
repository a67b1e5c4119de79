//! Memory of a class whose methods may take `&mut self`.
//~ `Counter` is `exclusive`, so its memory may move while Python uses it
use hstack::buffer::Memory;
use hstack::{class, methods};

#[class(exclusive)]
struct Counter(Vec<u8>);

#[methods]
impl Counter {
    fn __buffer__(&self) -> Memory<'_> {
        Memory::new(&self.0)
    }

    fn push(&mut self, byte: u8) {
        self.0.push(byte);
    }
}

fn main() {}
