//! An option that needs a value, without one.
//~ `name` needs a value: write `name = ..`
use hstack::function;

#[function(name)]
fn t() {}

fn main() {}
