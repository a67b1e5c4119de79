//! A name that is not a string literal.
//~ `name` is a string literal
use hstack::function;

#[function(name = 5)]
fn t() {}

fn main() {}
