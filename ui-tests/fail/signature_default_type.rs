//! A default of another type.
//~ expected `i64`, found `&str`
use hstack::function;

#[function(signature = (a = "1"))]
fn t(a: i64) -> i64 {
    a
}

fn main() {}
