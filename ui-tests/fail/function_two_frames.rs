//! Two frames.
//~ a call has one frame: remove this parameter
use hstack::function;
use hstack::prelude::*;

#[function]
fn t(_f: &Frame, _g: &Frame) {}

fn main() {}
