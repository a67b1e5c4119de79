//! A handle may be inside `detach`, a frame for it may not.
//~ cannot borrow `*f` as mutable because it is also borrowed as immutable
use hstack::prelude::*;

fn t<'f>(f: &mut Frame<'f>, x: Handle<'f, Any>) -> bool {
    f.detach(|| x.is_none(f))
}

fn main() {}
