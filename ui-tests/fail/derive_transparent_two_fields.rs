//! `transparent` with two fields.
//~ what is transparent has one field, and `Pair` has 2: remove the option
use hstack::prelude::*;

#[derive(FromPy)]
#[hstack(transparent)]
struct Pair {
    a: i64,
    b: i64,
}

fn main() {}
