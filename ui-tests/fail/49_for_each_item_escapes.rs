//! An item cannot leave the body of `for_each!`.
//~ borrowed data escapes outside of closure
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>, l: Handle<'f, List>) -> Result {
    let mut last = None;
    for_each!(f, x in l, { last = Some(x); });
    drop(last);
    Ok(())
}

fn main() {}
