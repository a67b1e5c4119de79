//! A name in the attribute of a role.
//~ this attribute has no arguments: write a name in `#[hstack(name = "..")]`
use hstack::{class, methods};

#[class]
struct Counter;

#[methods]
impl Counter {
    #[getter(end)]
    fn value(&self) -> i64 {
        1
    }
}

fn main() {}
