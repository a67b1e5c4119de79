//! `__del__` with an argument.
//~ `__del__` takes no argument: remove what follows the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __del__(&self, _n: i64) {}
}

fn main() {}
