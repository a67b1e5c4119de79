//! An enum has variants.
//~ an enum without variants has no values: add a variant
use hstack::ToPy;

#[derive(ToPy)]
pub enum Never {}

fn main() {}
