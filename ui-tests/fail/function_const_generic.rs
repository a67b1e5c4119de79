//! A const parameter.
//~ a function that Python calls has no const parameters: make it an argument
use hstack::function;

#[function]
fn t<const N: usize>() {}

fn main() {}
