//! An instance without the part of its base.
//~ an instance of a class that extends `Animal` has a part of `Animal` too
//~ make the `Init` struct
use hstack::{class, methods};

#[class(subclass)]
struct Animal {
    name: String,
}

#[class(extends = Animal)]
struct Dog;

#[methods]
impl Dog {
    #[new]
    fn new() -> Self {
        Dog
    }
}

fn main() {}
