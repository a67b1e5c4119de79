//! And variants.
//~ `None` has no fields, so no Python object stands for it: add a field, or implement `FromPy` by hand
use hstack::FromPy;

#[derive(FromPy)]
pub enum Maybe {
    Some(i64),
    None,
}

fn main() {}
