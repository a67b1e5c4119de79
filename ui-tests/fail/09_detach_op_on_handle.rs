//! No operation inside `detach`: each wants the frame.
//~ cannot borrow `*f` as mutable because it is also borrowed as immutable
use hstack::prelude::*;

pub fn t<'f>(f: &mut Frame<'f>, l: Handle<'f, List>) {
    f.detach(|| {
        let _ = l.len(f);
    });
}

fn main() {}
