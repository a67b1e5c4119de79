//! Nor can the frame that a loop runs in.
//~ cannot borrow data in a `&` reference as mutable
use hstack::prelude::*;

pub fn t<'f>(f: &mut Frame<'f>, l: Handle<'f, List>) -> Result {
    for_each!(f, _x in l, { f.detach(|| ()) });
    Ok(())
}

fn main() {}
