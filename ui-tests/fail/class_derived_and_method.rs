//! An option and a method for the same special method.
//~ an option of `#[class]` (`eq`, `ord`, `hash`, `str`, `repr`) and a method of `#[methods]` define the same special method: remove one of them
use hstack::{class, methods};

#[class(repr)]
#[derive(Debug)]
struct Point;

#[methods]
impl Point {
    fn __repr__(&self) -> &str {
        "point"
    }
}

fn main() {}
