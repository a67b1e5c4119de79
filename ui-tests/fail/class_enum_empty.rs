//! An enum without variants.
//~ an enum without variants has no values: add one
use hstack::class;

#[class]
enum Never {}

fn main() {}
