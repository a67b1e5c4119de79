//! An external iterator of vectors of handles.
//~ write `for_each!(f, x in xs, { .. })`
use hstack::prelude::*;

fn t<'f>(f: &Frame<'f>, list: Handle<'f, List>) {
    for x in list.iter::<Vec<Handle<Any>>>(f) {
        drop(x)
    }
}

fn main() {}
