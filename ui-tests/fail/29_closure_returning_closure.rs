//! Nor can a closure that owns it.
//~ borrowed data escapes outside of closure
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>) {
    let mut out = None;
    f.scope(|s| out = Some(move || s.int(1).is_ok()));
    drop(out);
}

fn main() {}
