//! An option that a parameter does not have.
//~ unknown option `default`: the options here are `from_py_with`
use hstack::function;

#[function]
fn t(#[hstack(default = 5)] _n: i64) {}

fn main() {}
