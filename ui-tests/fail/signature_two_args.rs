//! Also where it has a name.
//~ `*` stands once in a signature: remove this one
use hstack::function;

#[function(signature = (*a, *b))]
pub fn f(a: i64, b: i64) -> i64 {
    a + b
}

fn main() {}
