//! A method with a type parameter.
//~ a function that Python calls has no type parameters: Python passes objects; use `Handle<Any>`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn add<T: ToString>(&self, _value: T) {}
}

fn main() {}
