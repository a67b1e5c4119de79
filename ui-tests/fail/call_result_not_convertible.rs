//! A result that cannot be made from an object.
//~ `Job` cannot be made from a Python object
use hstack::prelude::*;

struct Job;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, Any>) -> bool {
    x.call::<Job>(f, ()).is_ok()
}

fn main() {}
