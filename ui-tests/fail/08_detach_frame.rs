//! No frame inside its own `detach`.
//~ cannot borrow `*f` as mutable because it is also borrowed as immutable
use hstack::prelude::*;

pub fn t<'f>(f: &mut Frame<'f>) {
    f.detach(|| {
        let _ = f.int(1);
    });
}

fn main() {}
