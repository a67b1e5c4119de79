//! A converter is a path.
//~ `from_py_with` is a path: write `from_py_with = some::path`
use hstack::FromPy;

#[derive(FromPy)]
pub struct S {
    #[hstack(from_py_with = "convert")]
    a: i64,
}

fn main() {}
