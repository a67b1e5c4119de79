//! `*` with nothing behind it.
//~ `*` is followed by keyword-only parameters: add one or remove the `*`
use hstack::function;

#[function(signature = (a, *))]
fn t(a: i64) -> i64 {
    a
}

fn main() {}
