//! An inner handle cannot be the result of `scope`.
//~ lifetime may not live long enough
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>) {
    let _h = f.scope(|s| s.int(1));
}

fn main() {}
