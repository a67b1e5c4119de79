//! `escape` goes out one level, from its own scope.
//~ borrowed data escapes outside of closure
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>) -> Result {
    f.scope(|a| {
        a.scope(|b| {
            let x = b.int(1)?;
            a.escape(x);
            Ok(())
        })
    })
}

fn main() {}
