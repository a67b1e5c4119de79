//! Two lifetimes.
//~ a function that Python calls has one lifetime, that of its frame: remove the others
use hstack::function;

#[function]
fn t<'a, 'b>(_a: &'a str, _b: &'b str) {}

fn main() {}
