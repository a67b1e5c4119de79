//! Handles of one scope do not fit a scope beside it.
//~ borrowed data escapes outside of closure
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>) -> Result<usize> {
    f.scope(|a| {
        f.scope(|b| {
            let x = a.list()?;
            x.len(b)
        })
    })
}

fn main() {}
