//! Nor have `**kwargs`.
//~ `*args` and `**kwargs` are empty when nothing is given: remove the default
use hstack::function;

#[function(signature = (a, **b = 1))]
pub fn f(a: i64, b: i64) -> i64 {
    a + b
}

fn main() {}
