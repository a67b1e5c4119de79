//! An option stands once.
//~ `item` is given twice: keep one
use hstack::FromPy;

#[derive(FromPy)]
pub struct S {
    #[hstack(item("a"), item("b"))]
    a: i64,
}

fn main() {}
