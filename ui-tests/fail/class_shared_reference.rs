//! A shared class has no references.
//~ a shared class has no references to objects
use hstack::prelude::*;

#[hstack::class(shared = "shop.Item/1")]
struct Item {
    price: f64,
    owner: Field<Any>,
}

fn main() {}
