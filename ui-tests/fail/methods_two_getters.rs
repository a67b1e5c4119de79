//! Two getters of one property.
//~ the property `end` has a getter already: remove one of them
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[getter]
    fn end(&self) -> i64 {
        1
    }

    #[getter]
    fn get_end(&self) -> i64 {
        1
    }
}

fn main() {}
