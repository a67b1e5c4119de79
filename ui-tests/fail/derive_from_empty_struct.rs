//! However it is written.
//~ `Nothing` has no fields, so no Python object stands for it: add a field, or implement `FromPy` by hand
use hstack::FromPy;

#[derive(FromPy)]
pub struct Nothing {}

fn main() {}
