//! The same in `#[hstack(..)]`.
//~ unknown option `frozen`: the options here are
use hstack::function;

#[function]
#[hstack(frozen)]
fn t() {}

fn main() {}
