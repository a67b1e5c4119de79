//! It makes the field's type.
//~ expected `Result<i64, Error>`, found `Result<String, Error>`
use hstack::FromPy;
use hstack::prelude::*;

#[derive(FromPy)]
pub struct S {
    #[hstack(from_py_with = convert)]
    a: i64,
}

fn convert<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<String> {
    object.extract(f)
}

fn main() {}
