//! A frame by value.
//~ a frame is lent, never owned: write `f: &Frame`, or `f: &mut Frame` to detach
use hstack::function;
use hstack::prelude::*;

#[function]
fn t(_f: Frame) {}

fn main() {}
