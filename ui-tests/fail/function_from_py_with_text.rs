//! A converter that is not a path.
//~ `from_py_with` is a path: write `from_py_with = some::path`
use hstack::function;

#[function]
fn t(#[hstack(from_py_with = "convert")] _n: i64) {}

fn main() {}
