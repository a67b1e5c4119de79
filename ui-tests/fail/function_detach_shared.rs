//! `detach` with a shared frame; the fix is `f: &mut Frame`.
//~ consider changing this to be a mutable reference
use hstack::function;
use hstack::prelude::*;

#[function]
fn t(f: &Frame) {
    f.detach(|| ());
}

fn main() {}
