//! The same for an item.
//~ `Job` cannot be made from a Python object
use hstack::prelude::*;

struct Job;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, List>) -> bool {
    x.get::<Job>(f, 0).is_ok()
}

fn main() {}
