//! Nor of `&str`, which holds one.
//~ write `for_each!(f, x in xs, { .. })`
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>, l: Handle<'f, List>) {
    for x in l.iter::<&str>(f) {
        drop(x)
    }
}

fn main() {}
