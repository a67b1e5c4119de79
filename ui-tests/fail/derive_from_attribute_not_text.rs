//! An attribute's name is text.
//~ an attribute's name is text: write `attribute("name")`
use hstack::FromPy;

#[derive(FromPy)]
pub struct S {
    #[hstack(attribute(5))]
    a: i64,
}

fn main() {}
