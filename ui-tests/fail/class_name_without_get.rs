//! `name` on a field that is not a property.
//~ `name` is that of a property: write `get, name = ..`
use hstack::class;

#[class]
struct Point {
    #[hstack(name = "X")]
    x: f64,
}

fn main() {}
