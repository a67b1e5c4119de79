//! A key fits only its own class.
//~ mismatched types
use hstack::class;
use hstack::prelude::*;

#[class]
pub struct N;

#[class]
pub struct M {
    next: Field<List>,
}

pub fn t<'f>(f: &Frame<'f>, x: Handle<'f, N>) {
    let _ = x.load(f, M::NEXT);
}

fn main() {}
