//! `self` by value.
//~ instances belong to Python, so a method cannot take `self`: write `&self`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn end(self) {}
}

fn main() {}
