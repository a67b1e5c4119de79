//! Memory that stands behind a lock.
//~ cannot return value referencing local variable
use hstack::buffer::Memory;
use hstack::{class, methods};

#[class]
struct Counter(std::sync::Mutex<Vec<u8>>);

#[methods]
impl Counter {
    fn __buffer__(&self) -> Memory<'_> {
        let bytes = self.0.lock().unwrap();
        Memory::new(&bytes)
    }
}

fn main() {}
