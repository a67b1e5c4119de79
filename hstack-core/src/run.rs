//! Running Python source text.

use crate::convert::FromPy;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, Dict};
use std::ffi::CString;

impl<'f> Frame<'f> {
    /// `eval(code, globals, locals)`; without globals, those of `__main__`.
    ///
    /// # Errors
    /// `SyntaxError`, what the expression raises, and what converting its value does.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// fn answer(f: &Frame) -> Result<i64> {
    ///     f.eval("6 * 7", None, None)
    /// }
    /// ```
    #[inline]
    pub fn eval<T: FromPy<'f>>(
        &self,
        code: &str,
        globals: Option<Handle<'f, Dict>>,
        locals: Option<Handle<'f, Any>>,
    ) -> Result<T> {
        let code = CString::new(code.trim_start())?;
        let (globals, locals) = (globals.map(Handle::live), locals.map(Handle::live));
        T::from_temp(self, self.api().run_source(&code, false, globals, locals)?)
    }

    /// `exec(code, globals, locals)`; without globals, those of `__main__`.
    ///
    /// # Errors
    /// `SyntaxError`, and what the statements raise.
    #[inline]
    pub fn run(
        &self,
        code: &str,
        globals: Option<Handle<'f, Dict>>,
        locals: Option<Handle<'f, Any>>,
    ) -> Result {
        let code = CString::new(code)?;
        let (globals, locals) = (globals.map(Handle::live), locals.map(Handle::live));
        self.api().run_source(&code, true, globals, locals)?;
        Ok(())
    }
}
