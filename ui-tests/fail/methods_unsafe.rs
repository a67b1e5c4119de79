//! An `unsafe` method.
//~ an `unsafe fn` cannot be called from Python
use hstack::{class, methods};

#[class]
struct Point;

#[methods]
impl Point {
    unsafe fn t(&self) {}
}

fn main() {}
