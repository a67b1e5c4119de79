//! What is transparent has one field.
//~ what is transparent has one field, and `S` has 2: remove the option
use hstack::ToPy;

#[derive(ToPy)]
#[hstack(transparent)]
pub struct S {
    a: i64,
    b: i64,
}

fn main() {}
