//! A class has no lifetime, so its struct cannot hold a handle of a frame.
//~ a class has no type parameters and no lifetimes
use hstack::class;
use hstack::prelude::*;

#[class]
pub struct P<'f> {
    pub h: Handle<'f, Any>,
}

fn main() {}
