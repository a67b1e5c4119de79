//! Two `*`.
//~ `*` stands once in a signature: remove this one
use hstack::function;

#[function(signature = (*a, *b))]
fn t(a: Vec<i64>, b: Vec<i64>) -> usize {
    a.len() + b.len()
}

fn main() {}
