//! An argument that is `'static` further inside.
//~ a value from Python lives as long as its frame, never `'static`
use hstack::function;
use hstack::prelude::*;

#[function]
fn t(_items: Vec<Option<Handle<'static, Any>>>) {}

fn main() {}
