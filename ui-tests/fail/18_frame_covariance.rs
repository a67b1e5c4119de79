//! A frame's brand cannot shrink.
//~ lifetime may not live long enough
use hstack::prelude::*;

pub fn t<'a: 'b, 'b>(f: &'b Frame<'a>) -> &'b Frame<'b> {
    f
}

fn main() {}
