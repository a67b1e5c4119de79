//! Outer handles are used inside any number of inner scopes, with inner handles.
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>, out: Handle<'f, List>) -> Result {
    f.scope(|f| {
        let x = f.int(1)?;
        out.append(f, x)?;
        f.scope(|f| {
            out.append(f, x)?;
            x.is(f, out);
            out.append(f, f.int(2)?)
        })
    })
}

fn main() {}
