//! An inner handle cannot be stored in a captured variable.
//~ borrowed data escapes outside of closure
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>) {
    let mut o: Option<Result<Handle<'f, Int>>> = None;
    f.scope(|s| {
        o = Some(s.int(1));
    });
    drop(o);
}

fn main() {}
