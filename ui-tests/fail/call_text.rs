//! The same with text.
//~ `&str` cannot be the arguments of a call
use hstack::prelude::*;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, Any>) -> Result {
    x.call_method(f, "run", "text")
}

fn main() {}
