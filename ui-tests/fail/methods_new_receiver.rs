//! A receiver in `#[new]`.
//~ there is no instance here: remove the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[new]
    fn new(&self) -> Counter {
        Counter
    }
}

fn main() {}
