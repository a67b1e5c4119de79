//! An enum with a base.
//~ an enum has no base: remove `extends`
use hstack::class;
use hstack::types::Int;

#[class(extends = Int)]
enum Color {
    Red,
}

fn main() {}
