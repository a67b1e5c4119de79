//! Also on the type.
//~ unknown option `items`: the options here are `transparent`, `from_item_all`, `rename_all`, `annotation` (of a variant) and `crate`
use hstack::FromPy;

#[derive(FromPy)]
#[hstack(items)]
pub struct S {
    a: i64,
}

fn main() {}
