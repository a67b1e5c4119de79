//! An attribute of the class that would detach.
//~ a class that is being made cannot wait: write `f: &Frame`
use hstack::prelude::*;
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[classattr]
    fn limit(_f: &mut Frame) -> i64 {
        1
    }
}

fn main() {}
