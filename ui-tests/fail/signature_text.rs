//! A signature is no text.
//~ a signature is in parentheses: write `signature = (a, b=1)`
use hstack::function;

#[function(signature = "(a, b)")]
pub fn f(a: i64, b: i64) -> i64 {
    a + b
}

fn main() {}
