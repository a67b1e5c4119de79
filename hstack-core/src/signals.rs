//! Signals: Ctrl-C in long native code.

use crate::error::Result;
use crate::frame::Frame;

impl Frame<'_> {
    /// Runs the Python handlers of signals that have come in. Call it every now and then in a long
    /// loop, so that Ctrl-C works.
    ///
    /// # Errors
    /// What a handler raises: `KeyboardInterrupt`.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// fn search(f: &Frame, limit: u64) -> Result<Option<u64>> {
    ///     for n in 0..limit {
    ///         if n % 100_000 == 0 {
    ///             f.check_signals()?;
    ///         }
    ///         if n * n == 1_000_000 {
    ///             return Ok(Some(n));
    ///         }
    ///     }
    ///     Ok(None)
    /// }
    /// ```
    #[inline]
    pub fn check_signals(&self) -> Result {
        self.api().check_signals()?;
        Ok(())
    }
}
