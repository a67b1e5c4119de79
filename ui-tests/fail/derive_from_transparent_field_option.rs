//! Which has no place of its own.
//~ what is transparent is made from the object itself: remove this option
use hstack::FromPy;

#[derive(FromPy)]
#[hstack(transparent)]
pub struct S {
    #[hstack(item)]
    a: i64,
}

fn main() {}
