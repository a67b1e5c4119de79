//! Nor be an item.
//~ `from_item_all` is about fields with names, which are not read here: remove it
use hstack::FromPy;

#[derive(FromPy)]
#[hstack(from_item_all)]
pub struct S(i64, i64);

fn main() {}
