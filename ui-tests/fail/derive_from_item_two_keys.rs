//! One.
//~ `item(..)` holds one value: remove what follows
use hstack::FromPy;

#[derive(FromPy)]
pub struct S {
    #[hstack(item("a", "b"))]
    a: i64,
}

fn main() {}
