//! A lifetime with a bound.
//~ the frame's lifetime has no bounds: remove them
use hstack::function;

#[function]
fn t<'f: 'static>(_a: &'f str) {}

fn main() {}
