//! `__len__` with an argument.
//~ `__len__` takes no argument: remove what follows the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __len__(&self, _other: i64) -> usize {
        0
    }
}

fn main() {}
