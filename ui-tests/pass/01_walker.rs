//! A recursive walker over `&Frame` with `for_each!`.
use hstack::prelude::*;
use hstack::types::Kind;

pub fn walk<'f>(f: &Frame<'f>, x: Handle<'f, Any>, depth: usize) -> Result<Handle<'f, Any>> {
    match x.kind(f) {
        Kind::List(l) => {
            let out = f.list()?;
            for_each!(f, item in l, { out.append(f, walk(f, item, depth + 1)?)? });
            Ok(*out)
        }
        Kind::Dict(d) => {
            let out = f.dict()?;
            for_each!(f, (k, v) in d, { out.set(f, k, walk(f, v, depth + 1)?)? });
            Ok(*out)
        }
        _ => Ok(x),
    }
}

fn main() {}
