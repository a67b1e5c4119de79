//! A space in a name.
//~ "a b" is not a Python name
use hstack::function;

#[function(name = "a b")]
fn t() {}

fn main() {}
