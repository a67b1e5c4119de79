//! An argument without a name.
//~ an argument from Python has a name: write `name: Type` and take it apart inside
use hstack::function;

#[function]
fn t(_: i64) {}

fn main() {}
