//! `/` behind `*`.
//~ `/` stands before `*`: move it there
use hstack::function;

#[function(signature = (*, a, /))]
fn t(a: i64) -> i64 {
    a
}

fn main() {}
