//! Not even more of them.
//~ nothing follows `**kwargs` in a signature: move it to the end
use hstack::function;

#[function(signature = (**a, **b))]
pub fn f(a: i64, b: i64) -> i64 {
    a + b
}

fn main() {}
