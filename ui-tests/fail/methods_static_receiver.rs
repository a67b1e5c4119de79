//! A receiver in a static method.
//~ there is no instance here: remove the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[staticmethod]
    fn end(&self) {}
}

fn main() {}
