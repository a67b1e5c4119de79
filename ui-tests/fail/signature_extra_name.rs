//! A name that the function does not take.
//~ the signature names `c`, which the function does not take: add the parameter, or remove it here
use hstack::function;

#[function(signature = (a, c))]
fn t(a: i64) -> i64 {
    a
}

fn main() {}
