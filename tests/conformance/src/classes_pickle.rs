//! Classes that can be pickled.

use hstack::prelude::*;
use hstack::{Atomic, Lock};
use std::sync::atomic::AtomicI64;

/// Classes that can be pickled.
#[hstack::module(submodule)]
pub mod classes_pickle {
    pub use super::{Cell, Graph, Nothing, Point, Record, Wrapped};
}

/// Values alone.
#[hstack::class(pickle, eq, get_all, subclass)]
#[derive(PartialEq)]
pub struct Point {
    x: f64,
    y: f64,
    name: Option<String>,
}

#[hstack::methods]
impl Point {
    /// Not called when one is unpickled.
    #[new]
    fn new(text: &str) -> Result<Self> {
        let mut parts = text.split(' ').map(str::parse);
        match (parts.next(), parts.next()) {
            (Some(Ok(x)), Some(Ok(y))) => Ok(Point { x, y, name: Some(text.to_owned()) }),
            _ => Err(ValueError::new_err("two numbers")),
        }
    }
}

/// Atomics, locks, containers.
#[hstack::class(pickle)]
pub struct Cell {
    #[hstack(get, set)]
    number: Atomic<f64>,
    #[hstack(get, set)]
    count: AtomicI64,
    #[hstack(get, set)]
    words: Lock<Vec<String>>,
}

#[hstack::methods]
impl Cell {
    #[new]
    fn new() -> Self {
        Cell { number: Atomic::new(0.0), count: AtomicI64::new(0), words: Lock::default() }
    }
}

/// References of each kind.
#[hstack::class(pickle, dict, subclass, weakref)]
pub struct Graph {
    #[hstack(get)]
    name: String,
    next: Field<Any>,
    parts: FieldVec<Graph>,
    by_name: FieldMap<String, Any>,
}

#[hstack::methods]
impl Graph {
    #[new]
    fn new(name: String) -> GraphInit {
        GraphInit { name, next: None, parts: vec![], by_name: vec![] }
    }

    #[getter]
    fn next(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        this.load(f, Graph::NEXT)
    }

    #[setter]
    fn set_next(this: Handle<Self>, f: &Frame, next: Handle<Any>) -> Result {
        this.store(f, Graph::NEXT, next)
    }

    fn add(this: Handle<Self>, f: &Frame, part: Handle<Graph>) -> Result {
        this.vec(f, Graph::PARTS)?.push(f, part)
    }

    fn put(this: Handle<Self>, f: &Frame, name: String, value: Handle<Any>) -> Result {
        this.map(f, Graph::BY_NAME)?.insert(f, name, value)
    }

    #[getter]
    fn parts(this: Handle<Self>, f: &Frame) -> Result<Vec<Handle<Graph>>> {
        this.vec(f, Graph::PARTS)?.to_vec(f)
    }

    #[getter]
    fn by_name(this: Handle<Self>, f: &Frame) -> Result<Vec<(String, Handle<Any>)>> {
        this.map(f, Graph::BY_NAME)?.to_vec(f)
    }
}

/// A tuple struct.
#[hstack::class(pickle, eq)]
#[derive(PartialEq)]
pub struct Wrapped(#[hstack(get, name = "inner")] Vec<i64>, u8);

#[hstack::methods]
impl Wrapped {
    #[new]
    fn new(inner: Vec<i64>) -> Self {
        Wrapped(inner, 7)
    }
}

/// No values.
#[hstack::class(pickle)]
pub struct Nothing;

#[hstack::methods]
impl Nothing {
    #[new]
    fn new() -> Self {
        Nothing
    }
}

/// Written by hand.
#[hstack::class]
pub struct Record {
    #[hstack(get)]
    value: i64,
}

#[hstack::methods]
impl Record {
    #[new]
    fn new(value: i64) -> Self {
        Record { value }
    }

    fn __reduce__(this: Handle<Self>, f: &Frame) -> (Handle<Type>, (i64,)) {
        (this.as_any().get_type(f), (this.payload(f).value,))
    }
}
