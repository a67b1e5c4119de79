//! `submodule` twice.
//~ `submodule` is given twice: keep one
#[hstack::module(submodule, submodule)]
mod shop {}

fn main() {}
