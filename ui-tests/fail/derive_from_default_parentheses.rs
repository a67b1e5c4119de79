//! A default stands behind `=`.
//~ `default` has its value behind `=`: write `default = ..`, or `default` alone
use hstack::FromPy;

#[derive(FromPy)]
pub struct S {
    #[hstack(default(5))]
    a: i64,
}

fn main() {}
