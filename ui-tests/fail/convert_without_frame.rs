//! Every operation wants a frame.
//~ argument #1 of type `&Frame<'_>` is missing
use hstack::prelude::*;

pub fn t(list: Handle<List>) -> Result<usize> {
    list.len()
}

fn main() {}
