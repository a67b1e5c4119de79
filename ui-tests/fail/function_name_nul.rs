//! A NUL in a name.
//~ "a\0b" is not a Python name
use hstack::function;

#[function(name = "a\0b")]
fn t() {}

fn main() {}
