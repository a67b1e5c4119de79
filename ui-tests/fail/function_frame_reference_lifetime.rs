//! A frame's reference with the frame's lifetime.
//~ the reference to a frame has no lifetime of its own: write `f: &Frame`, the frame's lifetime is filled in
use hstack::function;
use hstack::prelude::*;

#[function]
fn t<'f>(_f: &'f Frame<'f>) {}

fn main() {}
