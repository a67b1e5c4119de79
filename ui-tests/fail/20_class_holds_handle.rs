//! A class has no lifetime, so its struct cannot hold a handle of a frame.
//~ a class has no lifetimes, because Python keeps its instances: keep objects in a `Field<T>` or a `Global<T>`, and text in a `String`
use hstack::class;
use hstack::prelude::*;

#[class]
pub struct P<'f> {
    pub h: Handle<'f, Any>,
}

fn main() {}
