//! `PyType` is unsafe to implement: it decides what a cast allows.
//~ the trait `PyType` requires an `unsafe impl` declaration
use hstack::PyType;
use hstack::prelude::*;

pub struct Evil;

impl PyType for Evil {
    const NAME: &'static str = "int";
    fn check<'f>(_: &Frame<'f>, _: Handle<'f, Any>) -> bool {
        true
    }
}

fn main() {}
