//! A type without a lifetime keeps no handle.
//~ give the type a lifetime, which is the frame's
use hstack::FromPy;
use hstack::prelude::*;

#[derive(FromPy)]
pub struct S<T> {
    a: T,
}

pub fn t<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<bool> {
    let s: S<Handle<List>> = object.extract(f)?;
    s.a.is_empty(f)
}

fn main() {}
