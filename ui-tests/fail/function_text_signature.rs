//! A text signature that is neither a string nor `None`.
//~ `text_signature` is text: write `text_signature = "(a, b)"`, or `None` for none
use hstack::function;

#[function(text_signature = 5)]
fn t() {}

fn main() {}
