//! Nor stored in a vector outside.
//~ borrowed data escapes outside of closure
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>) {
    let mut v: Vec<Result<Handle<'f, Int>>> = vec![];
    f.scope(|s| v.push(s.int(1)));
}

fn main() {}
