//! An enum is not transparent.
//~ an enum is not transparent, its variants may be: move the option there
use hstack::FromPy;

#[derive(FromPy)]
#[hstack(transparent)]
pub enum E {
    A(i64),
}

fn main() {}
