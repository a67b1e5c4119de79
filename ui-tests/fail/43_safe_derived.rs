//! `Derived` is unsafe to implement: it decides what an upcast allows.
//~ the trait `Derived` requires an `unsafe impl` declaration
use hstack::prelude::*;
use hstack::{Derived, PyType};

pub struct Evil;

// SAFETY: none.
unsafe impl PyType for Evil {
    const NAME: &'static str = "int";
    fn check<'f>(_: &Frame<'f>, _: Handle<'f, Any>) -> bool {
        false
    }
}

impl Derived for Evil {
    type Base = List;
}

fn main() {}
