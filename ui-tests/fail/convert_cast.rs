//! A cast to what is no Python type.
//~ `Job` is not a Python type that a handle can have
use hstack::prelude::*;

struct Job;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, Any>) -> bool {
    x.cast::<Job>(f).is_ok()
}

fn main() {}
