//! The outer frame is frozen inside `scope_mut`.
//~ cannot borrow `*f` as mutable because it is also borrowed as immutable
use hstack::prelude::*;

pub fn t<'f>(f: &mut Frame<'f>) -> Result {
    f.scope_mut(|s| {
        s.int(1)?;
        f.int(2)?;
        Ok(())
    })
}

fn main() {}
