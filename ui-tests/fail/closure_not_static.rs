//! A closure for Python that borrows.
//~ `names` does not live long enough
use hstack::Error;
use hstack::prelude::*;

fn t<'f>(f: &Frame<'f>) -> Result<Handle<'f, Any>> {
    let names = vec![1, 2];
    let names = &names;
    f.closure("count", "", move |_f, _args| Ok::<_, Error>(names.len()))
}

fn main() {}
