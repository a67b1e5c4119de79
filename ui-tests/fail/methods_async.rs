//! An `async` method.
//~ an `async fn` cannot be called from Python
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    async fn add(&self) {}
}

fn main() {}
