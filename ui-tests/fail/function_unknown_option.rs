//! An option that `#[function]` does not have.
//~ unknown option `nam`: the options here are
use hstack::function;

#[function(nam = "x")]
fn t() {}

fn main() {}
