//! And returns a `Result`.
//~ expected `Result<_, Error>`, found `i64`
use hstack::ToPy;
use hstack::prelude::*;

#[derive(ToPy)]
pub struct S {
    #[hstack(into_py_with = convert)]
    a: i64,
}

fn convert(_: &Frame, a: &i64) -> i64 {
    *a
}

fn main() {}
