//! Nor can scopes.
//~ lifetime may not live long enough
use hstack::prelude::*;

pub fn t<'f, 's, 't: 's>(a: &mut Scope<'s, 'f>, b: &mut Scope<'t, 'f>) {
    std::mem::swap(a, b);
}

fn main() {}
