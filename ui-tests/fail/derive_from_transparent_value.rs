//! A flag has no value.
//~ `transparent` takes no value: write `transparent` alone
use hstack::FromPy;

#[derive(FromPy)]
#[hstack(transparent = true)]
pub struct S {
    a: i64,
}

fn main() {}
