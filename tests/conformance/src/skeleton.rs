//! A thin path through all layers: a function, a class with a field, a Python subclass, an iterator.

use hstack::function;
use hstack::prelude::*;
use std::sync::atomic::{AtomicI64, Ordering};

/// Does nothing.
#[function]
pub fn noop() {}

/// Adds two numbers.
#[function]
pub fn add(a: i64, b: i64) -> i64 {
    a + b
}

/// Sums the values of a list of dicts by a key.
#[function]
pub fn totals(f: &Frame, rows: Handle<List>, by: &str) -> Result<Handle<Dict>> {
    let out = f.dict()?;
    for_each!(f, row in rows, {
        let row = row.cast::<Dict>(f)?;
        let Some(name) = row.find::<&str>(f, by)? else { continue };
        let price: i64 = row.get(f, "price")?;
        let seen: i64 = out.find(f, name)?.unwrap_or(0);
        out.set(f, name, seen + price)?;
    });
    Ok(out)
}

/// A node of a list, with a reference beside its payload.
#[hstack::class(subclass)]
pub struct Node {
    #[hstack(get)]
    value: i64,
    next: Field<Any>,
}

#[hstack::methods]
impl Node {
    #[new]
    #[hstack(signature = (value, next = None))]
    fn new(value: i64, next: Option<Handle<Any>>) -> NodeInit {
        NodeInit { value, next }
    }

    #[getter]
    fn next(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Any>>> {
        this.find(f, Node::NEXT)
    }

    #[setter]
    fn set_next(this: Handle<Self>, f: &Frame, next: Option<Handle<Any>>) -> Result {
        this.store(f, Node::NEXT, next)
    }

    /// Doubles the value.
    fn doubled(&self) -> i64 {
        self.value * 2
    }

    fn __repr__(&self) -> String {
        format!("Node({})", self.value)
    }

    fn __add__(&self, other: Handle<Node>, f: &Frame) -> Node2 {
        Node2 { value: self.value + other.payload(f).value }
    }

    fn __iter__(this: Handle<Self>, f: &Frame) -> Counter {
        Counter { next: AtomicI64::new(0), end: this.payload(f).value }
    }
}

/// The sum of two nodes.
#[hstack::class]
pub struct Node2 {
    #[hstack(get)]
    value: i64,
}

/// Counts from 0.
#[hstack::class]
pub struct Counter {
    next: AtomicI64,
    end: i64,
}

#[hstack::methods]
impl Counter {
    fn __iter__(this: Handle<Self>) -> Handle<Self> {
        this
    }

    fn __next__(&self) -> Option<i64> {
        let n = self.next.fetch_add(1, Ordering::Relaxed);
        (n < self.end).then_some(n)
    }
}
