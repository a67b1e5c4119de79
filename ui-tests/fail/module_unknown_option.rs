//! An option that `#[module]` does not have.
//~ unknown option `gil`: the options here are `name`, `submodule` and `crate`
#[hstack::module(gil)]
mod shop {}

fn main() {}
