//! No handle in a `Box<dyn Any>`.
//~ lifetime may not live long enough
use hstack::prelude::*;

pub fn t<'f>(_f: &Frame<'f>, h: Handle<'f, Any>) -> Box<dyn std::any::Any> {
    Box::new(h)
}

fn main() {}
