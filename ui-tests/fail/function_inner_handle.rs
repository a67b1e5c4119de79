//! A function cannot return a handle of a scope.
//~ lifetime may not live long enough
use hstack::function;
use hstack::prelude::*;

#[function]
fn t(f: &Frame) -> Result<Handle<Int>> {
    f.scope(|s| s.int(1))
}

fn main() {}
