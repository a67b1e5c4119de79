//! Nor is a variant.
//~ `None` has no fields, so no Python object stands for it: add a field, or implement `ToPy` by hand
use hstack::ToPy;

#[derive(ToPy)]
pub enum Maybe {
    Some(i64),
    None,
}

fn main() {}
