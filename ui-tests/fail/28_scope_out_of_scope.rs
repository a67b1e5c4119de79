//! A scope cannot leave `scope`.
//~ lifetime may not live long enough
use hstack::prelude::*;

pub fn t<'f, 's, 'a>(s: &'a Scope<'s, 'f>) -> &'f Scope<'s, 'f> {
    s
}

fn main() {}
