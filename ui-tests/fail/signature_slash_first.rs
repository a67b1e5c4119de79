//! `/` in front.
//~ `/` follows at least one parameter: move it behind one
use hstack::function;

#[function(signature = (/, a))]
fn t(a: i64) -> i64 {
    a
}

fn main() {}
