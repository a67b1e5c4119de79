//! An old handle does not fit the frame attached inside `detach`.
//~ borrowed data escapes outside of function
use hstack::Interpreter;
use hstack::prelude::*;

pub fn t<'f>(f: &mut Frame<'f>, python: Interpreter, l: Handle<'f, List>) {
    let _ = f.detach(|| python.attach(|g| l.len(g)));
}

fn main() {}
