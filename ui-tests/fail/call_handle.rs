//! The same with a handle.
//~ cannot be the arguments of a call
use hstack::prelude::*;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, Any>) -> Result {
    x.call(f, x)
}

fn main() {}
