//! A derive on an enum without variants.
//~ an enum without variants has no values: add a variant
use hstack::prelude::*;

#[derive(FromPy)]
enum Never {}

fn main() {}
