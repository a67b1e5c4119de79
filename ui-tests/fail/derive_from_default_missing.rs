//! A type without a default needs one.
//~ the trait bound `Inner: Default` is not satisfied
use hstack::FromPy;

#[derive(FromPy)]
pub struct S {
    #[hstack(default)]
    a: Inner,
}

#[derive(FromPy)]
pub struct Inner(i64);

fn main() {}
