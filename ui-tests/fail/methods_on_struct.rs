//! `#[methods]` on a struct.
//~ `#[methods]` stands on an `impl` block: write `impl Type { .. }`
use hstack::methods;

#[methods]
struct Counter;

fn main() {}
