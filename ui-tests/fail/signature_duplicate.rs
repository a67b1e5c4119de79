//! A name that stands twice.
//~ `a` stands twice in the signature: remove one
use hstack::function;

#[function(signature = (a, a))]
fn t(a: i64) -> i64 {
    a
}

fn main() {}
