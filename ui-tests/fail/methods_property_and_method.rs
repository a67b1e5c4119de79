//! A property and a method of one name.
//~ the class has a method `end` already: give this one another name
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn end(&self) -> i64 {
        1
    }

    #[getter]
    fn get_end(&self) -> i64 {
        1
    }
}

fn main() {}
