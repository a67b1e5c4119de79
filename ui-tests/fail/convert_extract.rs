//! `extract` of a type that cannot be made from an object.
//~ `Job` cannot be made from a Python object
//~ types with `#[derive(FromPy)]` or `impl FromPy`
use hstack::prelude::*;

struct Job;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, Any>) -> bool {
    x.extract::<Job>(f).is_ok()
}

fn main() {}
