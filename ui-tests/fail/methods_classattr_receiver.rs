//! An attribute of the class with an instance.
//~ there is no instance here: remove the receiver
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[classattr]
    fn limit(&self) -> i64 {
        1
    }
}

fn main() {}
