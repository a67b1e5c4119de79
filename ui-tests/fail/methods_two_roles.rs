//! A method with two roles.
//~ a method has one role: keep one of these attributes
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[getter]
    #[staticmethod]
    fn end() {}
}

fn main() {}
