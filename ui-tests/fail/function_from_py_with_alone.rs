//! It is named.
//~ `from_py_with` needs a value: write `from_py_with = ..`
use hstack::function;

#[function]
pub fn f(#[hstack(from_py_with)] n: i64) -> i64 {
    n
}

fn main() {}
