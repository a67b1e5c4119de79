//! `*args` with a default.
//~ `*args` and `**kwargs` are empty when nothing is given: remove the default
use hstack::function;

#[function(signature = (*args = 1))]
fn t(args: Vec<i64>) -> usize {
    args.len()
}

fn main() {}
