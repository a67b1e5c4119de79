//! A derive on a struct without fields.
//~ `Unit` has no fields, so no Python object stands for it: add a field, or implement `ToPy` by hand
use hstack::prelude::*;

#[derive(ToPy)]
struct Unit;

fn main() {}
