//! An operation takes the innermost frame of the handles in it.
//~ borrowed data escapes outside of closure
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>, l: Handle<'f, List>) -> Result {
    f.scope(|s| l.append(f, s.int(1)?))
}

fn main() {}
