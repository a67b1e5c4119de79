//! Parameters are separated by commas.
//~ expected `,`
use hstack::function;

#[function(signature = (a b))]
pub fn f(a: i64, b: i64) -> i64 {
    a + b
}

fn main() {}
