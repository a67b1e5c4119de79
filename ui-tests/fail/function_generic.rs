//! A type parameter.
//~ a function that Python calls has no type parameters: Python passes objects; use `Handle<Any>`
use hstack::function;

#[function]
fn t<T: ToString>(_value: T) {}

fn main() {}
