//! `#[methods]` on a generic impl.
//~ a class has no parameters, so its `impl` block has none: remove this one, or move it to a method
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl<'a> Counter {
    fn end(&self) {}
}

fn main() {}
