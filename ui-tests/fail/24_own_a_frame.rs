//! A frame cannot be built.
//~ of struct `hstack::Frame` are private
use hstack::prelude::*;

pub fn t(model: Frame<'static>) -> Frame<'static> {
    Frame { ..model }
}

fn main() {}
