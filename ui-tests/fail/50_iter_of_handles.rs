//! No external iterator of handles; the error names `for_each!`.
//~ write `for_each!(f, x in xs, { .. })`
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>, l: Handle<'f, List>) {
    for x in l.iter::<Handle<Any>>(f) {
        drop(x)
    }
}

fn main() {}
