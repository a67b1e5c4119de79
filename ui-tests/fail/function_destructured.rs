//! An argument that is taken apart in the signature.
//~ an argument from Python has a name: write `name: Type` and take it apart inside
use hstack::function;

#[function]
fn t((_a, _b): (i64, i64)) {}

fn main() {}
