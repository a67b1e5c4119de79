//! `break`, `continue`, `?`, patterns, captured variables, nested loops and the closure forms.
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>, l: Handle<'f, List>, d: Handle<'f, Dict>) -> Result<usize> {
    let mut n = 0;
    for_each!(f, (k, v) in d, {
        if k.is_empty(f)? {
            continue;
        }
        for_each!(f, x in l, {
            if x.is(f, v) {
                break;
            }
            n += x.extract::<usize>(f)?;
        });
        for_each!(f, i in 0..3, { n += i });
    });
    let first = f.scope(|s| {
        let mut first = None;
        for_each!(s, x in l, {
            first = Some(s.escape(x));
            break;
        });
        Ok::<_, hstack::Error>(first.map(|h| s.escape(h)))
    })?;
    l.for_each(f, |f, x| {
        n += x.extract::<usize>(f)?;
        Ok(())
    })?;
    d.for_each(f, |f, k, v| {
        n += k.len(f)? + v.extract::<usize>(f)?;
        Ok(())
    })?;
    Ok(n + first.is_some() as usize)
}

fn main() {}
