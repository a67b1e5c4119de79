//! An argument that is `'static`.
//~ a value from Python lives as long as its frame, never `'static`: remove the lifetime, or copy the value
use hstack::function;

#[function]
fn t(_text: &'static str) {}

fn main() {}
