//! A function for Python cannot bound the frame by `'static`.
//~ the frame's lifetime has no bounds: remove them
use hstack::function;
use hstack::prelude::*;

#[function]
fn user<'f: 'static>(_f: &mut Frame<'f>, h: Handle<'f, Any>) -> Handle<'f, Any> {
    h
}

fn main() {}
