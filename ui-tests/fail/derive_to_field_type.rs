//! A field can be made into a Python object.
//~ `Mine` cannot be made into a Python object
use hstack::ToPy;

pub struct Mine;

#[derive(ToPy)]
pub struct S {
    a: i64,
    b: Mine,
}

fn main() {}
