//! A setter without an argument.
//~ a setter takes one argument: write one after the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[setter]
    fn set_value(&self) {}
}

fn main() {}
