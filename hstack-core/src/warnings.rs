//! Warnings

use crate::error::Result;
use crate::exceptions::ExceptionType;
use crate::frame::Frame;

impl<'f> Frame<'f> {
    /// `warnings.warn(message, W, stack_level)`: 1 is the Python code that called in.
    ///
    /// # Errors
    /// The warning itself, where the user made it an error.
    ///
    /// ```
    /// use hstack::prelude::*;
    /// use hstack::exceptions::DeprecationWarning;
    ///
    /// fn old(f: &Frame) -> Result {
    ///     f.warn::<DeprecationWarning>("old() is now new()", 1)
    /// }
    /// ```
    #[inline]
    pub fn warn<W: ExceptionType>(&self, message: &str, stack_level: usize) -> Result {
        let message = self.api().str_from(message)?;
        let level = isize::try_from(stack_level).unwrap_or(isize::MAX);
        self.api().warn(W::class(self)?, message.live(), level)?;
        Ok(())
    }

    /// `warnings.warn_explicit(message, W, filename, line, module)`: for code that knows its place in a
    /// source file that is not Python.
    ///
    /// # Errors
    /// As [`Frame::warn`].
    #[inline]
    pub fn warn_explicit<W: ExceptionType>(
        &self,
        message: &str,
        filename: &str,
        line: i32,
        module: Option<&str>,
    ) -> Result {
        let (message, filename) = (self.api().str_from(message)?, self.api().str_from(filename)?);
        let module = crate::convert::ToPy::to_temp(module, self)?;
        self.api().warn_explicit(W::class(self)?, message.live(), filename.live(), line, module.live())?;
        Ok(())
    }
}
