//! `name!` of what is no literal.
//~ no rules expected
use hstack::prelude::*;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, Any>, name: &'static str) -> bool {
    x.has_attr(f, name!(name)).is_ok()
}

fn main() {}
