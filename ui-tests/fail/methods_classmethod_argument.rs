//! A class method that does not take its class.
//~ a class method gets the class first: write `cls: Handle<Type>` before this one
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[classmethod]
    fn make(_n: i64) -> i64 {
        1
    }
}

fn main() {}
