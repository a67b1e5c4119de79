//! A NUL in a module's docstring.
//~ a docstring cannot hold a NUL: remove `\0`
#[hstack::module]
#[doc = "text\0text"]
mod shop {}

fn main() {}
