//! A frame that is `'static`.
//~ lives as long as its frame, never `'static`
use hstack::function;
use hstack::prelude::*;

#[function]
fn t(_f: &Frame<'static>) {}

fn main() {}
