//! A frame does not hand out its context.
//~ method `ctx` is private
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>) {
    f.ctx();
}

fn main() {}
