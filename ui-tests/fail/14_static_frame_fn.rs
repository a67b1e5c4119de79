//! A function for Python cannot ask for `'static`.
//~ a value from Python lives as long as its frame, never `'static`
use hstack::function;
use hstack::prelude::*;

#[function]
fn user(_f: &mut Frame, h: Handle<'static, Any>) -> Handle<'static, Any> {
    h
}

fn main() {}
