//! A property that is set, of a frozen class.
//~ a `frozen` class has no properties that can be set: remove `frozen` or `set`
use hstack::{Atomic, class};

#[class(frozen)]
struct Point {
    #[hstack(set)]
    x: Atomic<f64>,
}

fn main() {}
