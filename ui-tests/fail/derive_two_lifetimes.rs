//! Two lifetimes in what is made from an object.
//~ a type made from a Python object has one lifetime, that of the frame: remove the others
use hstack::prelude::*;

#[derive(FromPy)]
struct Pair<'a, 'b> {
    a: &'a str,
    b: &'b str,
}

fn main() {}
