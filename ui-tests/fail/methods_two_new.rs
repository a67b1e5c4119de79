//! Two `#[new]`.
//~ a class has one `#[new]`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[new]
    fn new() -> Counter {
        Counter
    }

    #[new]
    fn other() -> Counter {
        Counter
    }
}

fn main() {}
