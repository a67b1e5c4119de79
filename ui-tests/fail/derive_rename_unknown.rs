//! A way to write names that there is not.
//~ no such way to write names: `rename_all` is one of
use hstack::prelude::*;

#[derive(FromPy)]
#[hstack(rename_all = "camel")]
struct Order {
    a: i64,
}

fn main() {}
