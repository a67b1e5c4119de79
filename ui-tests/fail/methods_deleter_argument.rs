//! A deleter with an argument.
//~ a deleter takes no argument: remove what follows the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[getter]
    fn end(&self) -> i64 {
        1
    }

    #[deleter]
    fn delete_end(&self, _value: i64) {}
}

fn main() {}
