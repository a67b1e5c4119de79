//! What is in an object cannot be moved out or swapped: payloads are shared.
//~ cannot borrow data in a `&` reference as mutable
use hstack::class;
use hstack::prelude::*;

#[class]
pub struct N {
    pub a: i64,
}

pub fn t<'f>(f: &Frame<'f>, x: Handle<'f, N>) -> i64 {
    std::mem::replace(&mut x.payload(f).a, 1)
}

fn main() {}
