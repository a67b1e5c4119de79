//! Frames cannot be swapped: no two have one type.
//~ lifetime may not live long enough
use hstack::prelude::*;

pub fn t<'f, 'g: 'f>(f: &mut Frame<'f>, g: &mut Frame<'g>) {
    std::mem::swap(f, g);
}

fn main() {}
