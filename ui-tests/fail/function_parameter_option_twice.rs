//! It stands once.
//~ `from_py_with` is given twice: keep one
use hstack::function;

#[function]
pub fn f(#[hstack(from_py_with = a, from_py_with = b)] n: i64) -> i64 {
    n
}

fn main() {}
