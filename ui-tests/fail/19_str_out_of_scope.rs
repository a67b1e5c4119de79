//! Text of an inner handle stays in the scope.
//~ lifetime may not live long enough
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>) -> Result<usize> {
    let s: &str = f.scope(|s| s.str("x")?.as_str(s))?;
    Ok(s.len())
}

fn main() {}
