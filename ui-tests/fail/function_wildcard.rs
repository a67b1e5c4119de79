//! An argument without a name.
//~ an argument from Python has a name, which callers may use: write `name: Type`
use hstack::function;

#[function]
fn t(_: i64) {}

fn main() {}
