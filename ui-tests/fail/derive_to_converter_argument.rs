//! `into_py_with` gets a reference.
//~ expected `i64`, found `&i64`
use hstack::ToPy;
use hstack::prelude::*;

#[derive(ToPy)]
pub struct S {
    #[hstack(into_py_with = convert)]
    a: i64,
}

fn convert(_: &Frame, a: i64) -> Result<i64> {
    Ok(a)
}

fn main() {}
