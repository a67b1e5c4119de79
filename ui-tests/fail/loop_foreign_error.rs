//! `?` in the body of `for_each!` converts to the error of the function around it, when it can.
//~ implement `From<hstack::Error>` for it, or let the function return `hstack::Result`
use hstack::prelude::*;

pub struct Mine;

pub fn t<'f>(f: &Frame<'f>, l: Handle<'f, List>) -> Result<i64, Mine> {
    let mut n = 0;
    for_each!(f, _x in l, { n += 1 });
    Ok(n)
}

fn main() {}
