//! An attribute name that is a number.
//~ `{integer}` cannot name an attribute
use hstack::prelude::*;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, Any>) -> bool {
    x.has_attr(f, 5).is_ok()
}

fn main() {}
