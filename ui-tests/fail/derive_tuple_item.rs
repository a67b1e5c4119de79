//! `item` for a field without a name.
//~ a field without a name is read by its position: remove this option
use hstack::prelude::*;

#[derive(FromPy)]
struct Pair(#[hstack(item("a"))] i64, i64);

fn main() {}
