//! `#[methods]` on a struct.
//~ `#[methods]` stands on an `impl` block
use hstack::methods;

#[methods]
struct Counter;

fn main() {}
