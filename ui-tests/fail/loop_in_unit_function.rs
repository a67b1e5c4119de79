//! `for_each!` in a function that returns nothing.
//~ mismatched types
use hstack::prelude::*;

fn t<'f>(f: &Frame<'f>, list: Handle<'f, List>) {
    for_each!(f, x in list, { x.is_none(f); });
}

fn main() {}
