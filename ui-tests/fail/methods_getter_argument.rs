//! A getter with an argument.
//~ a getter takes no argument: remove what follows the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[getter]
    fn value(&self, _index: usize) -> i64 {
        1
    }
}

fn main() {}
