//! A parameter without a default behind one that has one.
//~ `b` has no default but follows a parameter that has one: give it one, or move it forward
use hstack::function;

#[function(signature = (a = 1, b))]
fn t(a: i64, b: i64) -> i64 {
    a + b
}

fn main() {}
