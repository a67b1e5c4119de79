//! A closure for Python that is not `Sync`.
//~ cannot be shared between threads safely
use hstack::Error;
use hstack::prelude::*;
use std::cell::Cell;

fn t<'f>(f: &Frame<'f>) -> Result<Handle<'f, Any>> {
    let count = Cell::new(1);
    f.closure("count", "", move |_f, _args| Ok::<_, Error>(count.get()))
}

fn main() {}
