//! A context manager.

use hstack::prelude::*;
use hstack::{class, methods};
use std::sync::atomic::{AtomicI64, Ordering};

/// What `contextlib.suppress` does; it counts too.
#[class(name = "Suppress", subclass, weakref)]
pub struct Suppress {
    exceptions: Field<Tuple>,
    depth: AtomicI64,
    #[hstack(get)]
    suppressed: AtomicI64,
}

#[methods]
impl Suppress {
    #[new]
    #[hstack(signature = (*exceptions))]
    fn new(exceptions: Handle<Tuple>) -> SuppressInit {
        SuppressInit { exceptions: Some(exceptions), depth: AtomicI64::new(0), suppressed: AtomicI64::new(0) }
    }

    /// How deep it is entered.
    #[getter]
    fn depth(&self) -> i64 {
        self.depth.load(Ordering::Relaxed)
    }

    fn __enter__(this: Handle<Self>, f: &Frame) -> Handle<Self> {
        this.payload(f).depth.fetch_add(1, Ordering::Relaxed);
        this
    }

    fn __exit__(
        this: Handle<Self>,
        f: &Frame,
        class: Option<Handle<Type>>,
        _value: Handle<Any>,
        _traceback: Handle<Any>,
    ) -> Result<bool> {
        this.payload(f).depth.fetch_sub(1, Ordering::Relaxed);
        let Some(class) = class else { return Ok(false) };
        let wanted = class.is_subclass(f, this.load(f, Suppress::EXCEPTIONS)?.as_any())?;
        this.payload(f).suppressed.fetch_add(wanted.into(), Ordering::Relaxed);
        Ok(wanted)
    }
}
