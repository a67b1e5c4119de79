//! A NUL in a docstring.
//~ a docstring cannot hold a NUL: remove `\0`
use hstack::function;

#[function]
#[doc = "text\0text"]
fn t() {}

fn main() {}
