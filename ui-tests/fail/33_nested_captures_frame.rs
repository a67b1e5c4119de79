//! `attach_nested` cannot capture a frame.
//~ borrowed data escapes outside of function
use hstack::Interpreter;
use hstack::prelude::*;

pub fn t<'f>(f: &'f Frame<'f>, python: Interpreter) {
    let _ = python.attach_nested(move |_g| f.int(1).map(drop));
}

fn main() {}
