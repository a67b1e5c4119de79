//! A method of the name of a property.
//~ the class has a property `end` already: give this one another name
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[getter]
    fn get_end(&self) -> i64 {
        1
    }

    fn end(&self) -> i64 {
        1
    }
}

fn main() {}
