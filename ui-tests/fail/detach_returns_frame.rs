//! A frame cannot come out of `detach`.
//~ cannot borrow `*f` as mutable because it is also borrowed as immutable
use hstack::prelude::*;

fn t<'f>(f: &mut Frame<'f>) -> bool {
    let g: &Frame<'f> = f;
    f.detach(|| ());
    g.none().is_none(g)
}

fn main() {}
