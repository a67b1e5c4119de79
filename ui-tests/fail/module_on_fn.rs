//! `#[module]` on a function.
//~ `#[module]` stands on an inline module: write `#[hstack::module] mod name { .. }`
#[hstack::module]
fn shop() {}

fn main() {}
