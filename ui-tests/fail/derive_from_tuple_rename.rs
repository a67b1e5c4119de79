//! Nor be renamed.
//~ `rename_all` is about fields with names, which are not read here: remove it
use hstack::FromPy;

#[derive(FromPy)]
#[hstack(rename_all = "camelCase")]
pub struct S(i64, i64);

fn main() {}
