//! A converter of another type.
//~ expected `Result<i64, Error>`, found `Result<String, Error>`
use hstack::function;
use hstack::prelude::*;

fn convert<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<String> {
    object.extract(f)
}

#[function]
fn t(#[hstack(from_py_with = convert)] _n: i64) {}

fn main() {}
