//! A `Field` of a type that is not a Python type.
//~ `i64` is not a Python type that a handle can have
use hstack::class;
use hstack::prelude::*;

#[class]
struct Node {
    next: Field<i64>,
}

fn t<'f>(f: &Frame<'f>, node: Handle<'f, Node>) -> bool {
    node.load(f, Node::NEXT).is_ok()
}

fn main() {}
