//! A payload cannot hold borrowed text; a global it can.
//~ a class has no lifetimes, because Python keeps its instances: keep objects in a `Field<T>` or a `Global<T>`, and text in a `String`
use hstack::class;
use hstack::prelude::*;

#[class]
pub struct P(pub Global<List>);

#[class]
pub struct Q<'f>(pub &'f str);

fn main() {}
