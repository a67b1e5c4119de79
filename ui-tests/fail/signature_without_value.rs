//! `signature` without a value.
//~ `signature` needs a value: write `signature = (a, b=1)`
use hstack::function;

#[function(signature)]
fn t(a: i64) -> i64 {
    a
}

fn main() {}
