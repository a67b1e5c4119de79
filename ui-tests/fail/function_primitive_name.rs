//! A function with the name of a primitive type.
//~ this one hides the type `str`: give it another name, and `#[function(name = "str")]` for Python
use hstack::function;

#[function]
fn str() {}

fn main() {}
