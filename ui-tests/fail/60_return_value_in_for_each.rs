//! `return` with a value does not leave through `for_each!`: its body is a closure.
//~ expected `NoReturnFromForEach`, found `i64`
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>, l: Handle<'f, List>) -> Result<i64> {
    for_each!(f, x in l, { return Ok(x.extract::<i64>(f)?) });
    Ok(0)
}

fn main() {}
