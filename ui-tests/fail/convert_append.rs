//! Storing what cannot be made into an object.
//~ `Job` cannot be made into a Python object
//~ types with `#[derive(ToPy)]` or `impl ToPy`
use hstack::prelude::*;

struct Job;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, List>) -> bool {
    x.append(f, Job).is_ok()
}

fn main() {}
