//! `Global::new` cannot re-brand a handle of another frame.
//~ borrowed data escapes outside of closure
use hstack::Interpreter;
use hstack::prelude::*;

pub fn t(python: Interpreter) {
    let _ = python.attach(|a| {
        let l = a.list()?;
        a.detach(|| python.attach(|b| Ok(Global::new(b, l))))
    });
}

fn main() {}
