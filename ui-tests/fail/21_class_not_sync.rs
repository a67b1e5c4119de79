//! A payload is `Sync`: it is used inside `detach`.
//~ `Cell<i32>` cannot be shared between threads safely
use hstack::class;
use std::cell::Cell;

#[class]
pub struct P {
    pub n: Cell<i32>,
}

fn main() {}
