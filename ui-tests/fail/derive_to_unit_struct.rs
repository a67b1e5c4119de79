//! A struct without fields is no object.
//~ `Nothing` has no fields, so no Python object stands for it: add a field, or implement `ToPy` by hand
use hstack::ToPy;

#[derive(ToPy)]
pub struct Nothing;

fn main() {}
