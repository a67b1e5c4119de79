//! An option that is given twice, in two places.
//~ `name` is given twice: keep one
use hstack::function;

#[function(name = "a")]
#[hstack(name = "b")]
fn t() {}

fn main() {}
