//! An option that a field does not have.
//~ unknown option `key`: the options here are
use hstack::prelude::*;

#[derive(FromPy)]
struct Order {
    #[hstack(key = "a")]
    a: i64,
}

fn main() {}
