//! A call with a bare value instead of a tuple.
//~ `{integer}` cannot be the arguments of a call
//~ pass a tuple: `(x,)` for one argument, `()` for none
use hstack::prelude::*;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, Any>) -> Result {
    x.call(f, 5)
}

fn main() {}
