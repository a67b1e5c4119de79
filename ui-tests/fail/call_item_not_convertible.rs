//! An argument that cannot be made into an object.
//~ cannot be
use hstack::prelude::*;

struct Job;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, Any>) -> Result {
    x.call(f, (1, Job))
}

fn main() {}
