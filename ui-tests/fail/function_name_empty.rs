//! A name that is empty.
//~ "" is not a Python name: use letters, digits and `_`, and no digit in front
use hstack::function;

#[function(name = "")]
fn t() {}

fn main() {}
