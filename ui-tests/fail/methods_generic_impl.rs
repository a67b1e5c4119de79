//! `#[methods]` on a generic impl.
//~ the `impl` block of a class has no parameters: a class has none
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl<'a> Counter {
    fn end(&self) {}
}

fn main() {}
