//! Values that a module keeps for each interpreter.

use crate::error::Result;
use crate::ffi::state::Index;
use crate::frame::Frame;

/// A static whose value is made once in each interpreter that loads the module.
///
/// Python objects must not be kept in a plain `static`: a second interpreter, or a second import of the
/// module, would see those of the first. The value goes when its module does. Do not let it hold a
/// [`Global`](crate::Global) of something that refers back to the module (a function of it, one of its
/// classes): the collector does not look inside, so neither would ever go.
///
/// ```
/// use hstack::prelude::*;
/// use hstack::PerInterpreter;
/// use std::sync::atomic::{AtomicU64, Ordering};
///
/// static CALLS: PerInterpreter<AtomicU64> = PerInterpreter::new(|_| Ok(AtomicU64::new(0)));
///
/// fn count(f: &Frame) -> Result<u64> {
///     Ok(CALLS.get(f)?.fetch_add(1, Ordering::Relaxed))
/// }
/// ```
pub struct PerInterpreter<T> {
    make: for<'f> fn(&Frame<'f>) -> Result<T>,
    index: Index,
}

impl<T: Send + Sync + 'static> PerInterpreter<T> {
    /// A value that `make` makes when it is first asked for.
    #[inline]
    pub const fn new(make: for<'f> fn(&Frame<'f>) -> Result<T>) -> Self {
        PerInterpreter { make, index: Index::new() }
    }

    /// The value of this interpreter. When two threads make it at once, one of the two is dropped.
    ///
    /// # Errors
    /// What making it returns; it is tried again the next time.
    #[inline]
    pub fn get<'a>(&'static self, f: &'a Frame<'_>) -> Result<&'a T> {
        f.value(&self.index, || (self.make)(f))
    }
}
