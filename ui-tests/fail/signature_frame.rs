//! The frame in a signature.
//~ (a frame is not listed)
use hstack::function;
use hstack::prelude::*;

#[function(signature = (f, a))]
fn t(f: &Frame, a: i64) -> bool {
    f.bool(a > 0).is_true(f)
}

fn main() {}
