//! A method without a receiver.
//~ a method takes `&self` or `this: Handle<Self>`: add it, or put `#[staticmethod]` or `#[classmethod]` here
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn end() {}
}

fn main() {}
