//! A payload borrowed from an inner handle stays in the scope.
//~ lifetime may not live long enough
use hstack::class;
use hstack::prelude::*;

#[class]
pub struct N;

pub fn t<'f>(f: &Frame<'f>) -> Result<&'f N> {
    f.scope(|s| Ok(s.new(N)?.payload(s)))
}

fn main() {}
