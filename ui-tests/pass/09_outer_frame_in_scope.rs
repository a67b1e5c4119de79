//! The outer frame is used while a shared scope is open.
use hstack::prelude::*;

pub fn t<'f>(f: &mut Frame<'f>) -> Result<Handle<'f, Int>> {
    let x = f.scope(|s| {
        let a = s.int(1)?;
        let b = f.int(2)?;
        b.is(s, a);
        Ok::<_, hstack::Error>(b)
    })?;
    x.is(f, x);
    Ok(x)
}

fn main() {}
