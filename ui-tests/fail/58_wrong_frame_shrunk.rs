//! A handle of an inner frame, shrunk or not, does not fit the outer frame.
//~ borrowed data escapes outside of closure
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>) -> Result<usize> {
    f.scope(|s| {
        let x = s.list()?;
        x.len(f)
    })
}

fn main() {}
