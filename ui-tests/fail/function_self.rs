//! `self` in a function.
//~ a function has no `self`: put it into an `impl` block with `#[methods]`
use hstack::class;

#[class]
struct Point;

impl Point {
    #[hstack::function]
    fn t(&self) {}
}

fn main() {}
