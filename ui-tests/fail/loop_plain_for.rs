//! A plain `for` over a list.
//~ is not an iterator
use hstack::prelude::*;

fn t<'f>(f: &Frame<'f>, list: Handle<'f, List>) {
    for x in list {
        drop(x)
    }
}

fn main() {}
