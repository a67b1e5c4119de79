//! `#[function]` in a block with `#[methods]`.
//~ the functions of this block are methods already: remove `#[function]`, or move it out of the block
use hstack::{class, methods};

#[class]
struct Point;

#[methods]
impl Point {
    #[hstack::function]
    fn t(&self) {}
}

fn main() {}
