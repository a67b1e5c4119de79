//! A field without a name has a position.
//~ a field without a name is read by its position: remove this option
use hstack::ToPy;

#[derive(ToPy)]
pub struct S(#[hstack(item("a"))] i64, i64);

fn main() {}
