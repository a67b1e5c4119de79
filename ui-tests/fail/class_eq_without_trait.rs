//! Equality of a struct that has none in Rust.
//~ can't compare `Version` with `Version`
//~ #[derive(PartialEq)]
use hstack::class;

#[class(eq)]
struct Version(u32);

fn main() {}
