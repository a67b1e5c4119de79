//! A derive on a union.
//~ a union does not know what it holds: make it an enum
use hstack::prelude::*;

#[derive(FromPy)]
union Number {
    a: i64,
    b: f64,
}

fn main() {}
