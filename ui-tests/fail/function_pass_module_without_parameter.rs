//! `pass_module` without a parameter for the module.
//~ `pass_module` passes the module first: add a parameter `module: Handle<Module>`
use hstack::function;

#[function(pass_module)]
fn t() {}

fn main() {}
