//! All properties are set, of a frozen class.
//~ a `frozen` class has no properties that can be set: remove `frozen` or `set_all`
use hstack::{Atomic, class};

#[class(frozen, set_all)]
struct Point {
    x: Atomic<f64>,
}

fn main() {}
