//! A property that can only be deleted.
//~ `end` can be deleted but neither read nor set: add a `#[getter]`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[deleter]
    fn delete_end(&self) {}
}

fn main() {}
