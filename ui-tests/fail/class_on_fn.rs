//! `#[class]` on a function.
//~ `#[class]` stands on a struct
use hstack::class;

#[class]
fn point() {}

fn main() {}
