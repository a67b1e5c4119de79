//! `#[methods]` for a struct that is no class.
//~ `Counter` is not a Python class
//~+ `Counter: hstack::macros::Payload` is not satisfied
use hstack::methods;

struct Counter;

#[methods]
impl Counter {
    fn end(&self) {}
}

fn main() {}
