//! A parameter that the signature leaves out.
//~ the signature does not name `b`, which the function takes: add it here
use hstack::function;

#[function(signature = (a))]
fn t(a: i64, b: i64) -> i64 {
    a + b
}

fn main() {}
