//! A parameter behind `**kwargs`.
//~ nothing follows `**kwargs` in a signature: move it to the end
use hstack::function;
use hstack::prelude::*;

#[function(signature = (**kwargs, a))]
fn t(kwargs: Option<Handle<Dict>>, a: i64) -> (bool, i64) {
    (kwargs.is_some(), a)
}

fn main() {}
