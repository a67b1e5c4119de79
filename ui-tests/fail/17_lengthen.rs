//! A handle's lifetime cannot be changed freely.
//~ lifetime may not live long enough
use hstack::prelude::*;

pub fn t<'a, 'b>(h: Handle<'a, Any>) -> Handle<'b, Any> {
    h
}

fn main() {}
