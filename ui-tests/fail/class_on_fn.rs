//! `#[class]` on a function.
//~ `#[class]` stands on a struct or an enum: write `#[class] struct Name { .. }`
use hstack::class;

#[class]
fn point() {}

fn main() {}
