//! `__new__` as a method.
//~ a constructor is marked: put `#[new]` on a function
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[staticmethod]
    fn __new__() -> Self {
        Counter
    }
}

fn main() {}
