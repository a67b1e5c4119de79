//! A text signature that is neither a string nor `None`.
//~ `text_signature` is a string, or None for none
use hstack::function;

#[function(text_signature = 5)]
fn t() {}

fn main() {}
