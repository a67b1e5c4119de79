//! An attribute of the class with a parameter.
//~ nobody gives an attribute of a class arguments: remove the parameters
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[classattr]
    fn limit(_n: i64) -> i64 {
        1
    }
}

fn main() {}
