//! A payload that is `Send` and not `Sync`.
//~ `RefCell<i64>` cannot be shared between threads safely
use hstack::class;
use std::cell::RefCell;

#[class]
struct Node {
    value: RefCell<i64>,
}

fn main() {}
