//! A shared scope cannot detach.
//~ cannot borrow `*s` as mutable, as it is behind a `&` reference
use hstack::prelude::*;

pub fn t<'f>(f: &mut Frame<'f>) {
    f.scope(|s| s.detach(|| ()));
}

fn main() {}
