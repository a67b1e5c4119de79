//! A flag with a value.
//~ `pass_module` takes no value: write `pass_module` alone
use hstack::function;
use hstack::prelude::*;

#[function(pass_module = true)]
fn t(_module: Handle<Module>) {}

fn main() {}
