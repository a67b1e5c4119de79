//! A field that is an item and an attribute.
//~ a field is an attribute or an item: remove one of the two options
use hstack::prelude::*;

#[derive(FromPy)]
struct Order {
    #[hstack(item, attribute)]
    a: i64,
}

fn main() {}
