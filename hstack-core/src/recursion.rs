//! Recursion that ends in `RecursionError`, not in a stack overflow.

use crate::error::Result;
use crate::frame::Frame;

impl<'f> Frame<'f> {
    /// Runs `g` one recursion deeper, as a Python call would. For native code that walks nested data by
    /// recursion.
    ///
    /// # Errors
    /// `RecursionError` when it is too deep; else what `g` returns.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// fn sum<'f>(f: &Frame<'f>, tree: Handle<'f, Any>) -> Result<f64> {
    ///     let Some(children) = tree.try_cast::<List>(f) else { return tree.extract(f) };
    ///     f.recursion(|f| {
    ///         let mut total = 0.0;
    ///         for_each!(f, child in children, { total += sum(f, child)? });
    ///         Ok(total)
    ///     })
    /// }
    /// ```
    #[inline]
    pub fn recursion<R>(&self, g: impl FnOnce(&Self) -> Result<R>) -> Result<R> {
        self.api().deeper(c" in native code", || g(self))?
    }
}
