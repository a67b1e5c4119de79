//! `*args` is a tuple, `**kwargs` a dict.
//~ `*args` is a tuple: write `args: Handle<Tuple>`, or a `Vec` of what its items are
use hstack::function;

#[function(signature = (*a, **b))]
pub fn f(a: i64, b: Vec<String>) -> i64 {
    a + b.len() as i64
}

fn main() {}
