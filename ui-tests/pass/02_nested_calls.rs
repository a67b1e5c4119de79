//! Calls nest: operations take `&Frame`, whatever kind of frame there is.
use hstack::function;
use hstack::prelude::*;

fn twice<'f>(f: &Frame<'f>, x: Handle<'f, Any>) -> Result<Handle<'f, List>> {
    let l = f.list()?;
    l.append(f, x)?;
    l.append(f, x)?;
    Ok(l)
}

pub fn t<'f>(f: &mut Frame<'f>, out: Handle<'f, List>, log: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
    out.append(f, twice(f, *twice(f, *out.repr(f)?)?)?)?;
    log.call(f, (out, log.repr(f)?))
}

#[function]
fn entry(f: &mut Frame, x: Handle<Any>) -> Result<Handle<List>> {
    twice(f, x)
}

fn main() {}
