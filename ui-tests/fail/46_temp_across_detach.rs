//! A `Temp` cannot live through `detach`.
//~ cannot borrow `*f` as mutable because it is also borrowed as immutable
use hstack::prelude::*;

pub fn t<'f>(f: &mut Frame<'f>) {
    let t = 5i64.to_temp(f);
    f.detach(|| ());
    drop(t);
}

fn main() {}
