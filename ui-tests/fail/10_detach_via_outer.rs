//! No outer frame inside the `detach` of a scope.
//~ cannot borrow `*f` as mutable because it is also borrowed as immutable
use hstack::prelude::*;

pub fn t<'f>(f: &mut Frame<'f>) {
    f.scope_mut(|s| {
        s.detach(|| {
            let _ = f.int(1);
        })
    });
}

fn main() {}
