//! No `Temp` is made inside `detach`.
//~ cannot borrow `*f` as mutable because it is also borrowed as immutable
use hstack::prelude::*;

pub fn t<'f>(f: &mut Frame<'f>) {
    f.detach(|| {
        let _ = 5i64.to_temp(f);
    });
}

fn main() {}
