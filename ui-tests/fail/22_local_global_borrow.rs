//! `Global::borrow` wants a global that outlives the frame.
//~ `g` does not live long enough
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>, l: Handle<'f, List>) -> Result<usize> {
    let b = {
        let g = Global::new(f, l);
        g.borrow(f)
    };
    b.len(f)
}

fn main() {}
