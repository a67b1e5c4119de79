//! Nor in one whose type is inferred.
//~ borrowed data escapes outside of closure
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>) {
    let mut o = None;
    f.scope(|s| {
        o = Some(s.int(1));
    });
    drop(o);
}

fn main() {}
