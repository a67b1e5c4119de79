//! A `Field` without a name.
//~ a `Field` is known by its name: write a struct with named fields
use hstack::class;
use hstack::prelude::*;

#[class]
struct Node(Field<Any>);

fn main() {}
