//! `name!` of what is no literal.
//~ `name!` keeps a literal for the whole process: write `name!("text")`, or pass text without it
use hstack::prelude::*;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, Any>, name: &'static str) -> bool {
    x.has_attr(f, name!(name)).is_ok()
}

fn main() {}
