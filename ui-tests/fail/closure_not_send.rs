//! A closure for Python that is not `Send`.
//~ `std::sync::MutexGuard<'_, usize>` cannot be sent between threads safely
use hstack::Error;
use hstack::prelude::*;
use std::sync::MutexGuard;

fn t<'f>(f: &Frame<'f>, guard: MutexGuard<'static, usize>) -> Result<Handle<'f, Any>> {
    f.closure("count", "", move |_f, _args| Ok::<_, Error>(*guard))
}

fn main() {}
