//! In parentheses.
//~ `item` has its value in parentheses: write `item(..)`, or `item` alone
use hstack::FromPy;

#[derive(FromPy)]
pub struct S {
    #[hstack(item = "b")]
    a: i64,
}

fn main() {}
