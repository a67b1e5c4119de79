//! `__buffer__` that returns bytes.
//~ cannot be the result of `__buffer__`
use hstack::{class, methods};

#[class]
struct Counter(Vec<u8>);

#[methods]
impl Counter {
    fn __buffer__(&self) -> Vec<u8> {
        self.0.clone()
    }
}

fn main() {}
