//! A closure for Python that captures a handle.
//~ `hstack::Handle<'_, hstack::types::Any>` stays on its thread, and so does what holds it
use hstack::Error;
use hstack::prelude::*;

fn t<'f>(f: &Frame<'f>, x: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
    f.closure("same", "", move |f, _args| Ok::<_, Error>(x.is_none(f)))
}

fn main() {}
