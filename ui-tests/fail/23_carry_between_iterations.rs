//! An item cannot be carried to the next round.
//~ borrowed data escapes outside of closure
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>, l: Handle<'f, List>) {
    let mut last = None;
    let _ = l.for_each(f, |_s, x| {
        last = Some(x);
        Ok(())
    });
    drop(last);
}

fn main() {}
