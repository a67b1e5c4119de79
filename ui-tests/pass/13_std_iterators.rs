//! The prelude leaves std's iterators alone, and `iter` is one.
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>, l: Handle<'f, List>) -> Result<i64> {
    (0..3).for_each(|_| ());
    let text: Vec<String> = l.iter(f).collect::<Result<_>>()?;
    let mut sum = text.len() as i64;
    for x in l.iter::<i64>(f) {
        let x = x?;
        sum += f.scope(|f| f.int(x)?.extract::<i64>(f))?;
    }
    Ok(sum + l.iter::<i64>(f).filter_map(Result::ok).sum::<i64>())
}

fn main() {}
