//! An option that a method does not have.
//~ unknown option `frozen`: the options here are
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[hstack(frozen)]
    fn end(&self) {}
}

fn main() {}
