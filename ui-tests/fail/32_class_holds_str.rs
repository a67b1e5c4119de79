//! A payload cannot hold borrowed text; a global it can.
//~ a class has no type parameters and no lifetimes
use hstack::class;
use hstack::prelude::*;

#[class]
pub struct P(pub Global<List>);

#[class]
pub struct Q<'f>(pub &'f str);

fn main() {}
