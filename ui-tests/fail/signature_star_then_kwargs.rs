//! `*` followed by `**kwargs`.
//~ `*` is followed by keyword-only parameters: add one or remove the `*`
use hstack::function;
use hstack::prelude::*;

#[function(signature = (*, **kwargs))]
fn t(kwargs: Option<Handle<Dict>>) -> bool {
    kwargs.is_some()
}

fn main() {}
