//! A buffer as PyO3 exports it.
//~ memory is exported in safe code: write `fn __buffer__(&self) -> Memory<'_>`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __getbuffer__(&self) {}
}

fn main() {}
