//! Of the field's type.
//~ expected `i64`, found `&str`
use hstack::FromPy;

#[derive(FromPy)]
pub struct S {
    #[hstack(default = "one")]
    a: i64,
}

fn main() {}
