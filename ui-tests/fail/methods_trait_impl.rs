//! `#[methods]` on the impl of a trait.
//~ `#[methods]` stands on an inherent `impl` block: write `impl Type { .. }`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Default for Counter {
    fn default() -> Self {
        Counter
    }
}

fn main() {}
