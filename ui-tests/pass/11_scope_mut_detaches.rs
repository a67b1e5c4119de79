//! `scope_mut` lends a frame that may detach.
use hstack::prelude::*;

pub fn t<'f>(f: &mut Frame<'f>, out: Handle<'f, List>) -> Result {
    f.scope_mut(|f| {
        let text = f.str("text")?.as_str(f)?;
        let n = f.detach(|| text.len());
        f.scope_mut(|f| {
            f.detach(|| ());
            out.append(f, n)
        })
    })
}

fn main() {}
