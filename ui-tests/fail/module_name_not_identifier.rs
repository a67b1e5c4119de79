//! A module name that cannot be a symbol.
//~ "a-b" is not a Python name
#[hstack::module(name = "a-b")]
mod shop {}

fn main() {}
