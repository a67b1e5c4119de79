//! Options that do not exist are refused.
//~ unknown option `skip`: the options here are `item`, `attribute`, `default`, `from_py_with` and `into_py_with`
use hstack::ToPy;

#[derive(ToPy)]
pub struct S {
    #[hstack(skip)]
    a: i64,
}

fn main() {}
