//! `__concat__`, which Python does not have.
//~ Python has no `__concat__`: write `__add__`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    fn __concat__(&self, _other: i64) -> i64 {
        0
    }
}

fn main() {}
