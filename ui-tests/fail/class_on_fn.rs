//! `#[class]` on a function.
//~ `#[class]` stands on a struct: write `#[class] struct Name { .. }`
use hstack::class;

#[class]
fn point() {}

fn main() {}
