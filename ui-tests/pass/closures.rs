//! Closures that Python calls own what they capture.
use hstack::Error;
use hstack::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

pub fn counter<'f>(f: &Frame<'f>, count: Arc<AtomicUsize>) -> Result<Handle<'f, Any>> {
    f.closure("count", "Counts calls.", move |_f, _args| {
        Ok::<_, Error>(count.fetch_add(1, Ordering::Relaxed))
    })
}

pub fn keeper<'f>(f: &Frame<'f>, kept: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
    let kept = Global::new(f, kept);
    f.closure_with_handle("keep", "", move |f, _args| Ok(kept.get(f)))
}

pub fn waiter<'f>(f: &Frame<'f>) -> Result<Handle<'f, Any>> {
    f.closure("wait", "", |f, args| {
        let text: &str = args.get(f, 0)?;
        let scale: usize = args.find(f, "scale")?.unwrap_or(1);
        Ok::<_, Error>(f.detach(|| text.len() * scale))
    })
}

fn main() {}
