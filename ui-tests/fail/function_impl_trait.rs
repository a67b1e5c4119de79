//! An argument of type `impl Trait`.
//~ an argument from Python has a concrete type: name it, or use `Handle<Any>`
use hstack::function;

#[function]
fn t(_value: impl ToString) {}

fn main() {}
