//! `str`

use super::Str;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;

impl<'f> Frame<'f> {
    /// A str.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn str(&self, text: &str) -> Result<Handle<'f, Str>> {
        self.keep(self.api().str_from(text))
    }
}

impl<'f> Handle<'f, Str> {
    /// The text, as UTF-8. It is immutable, so it lives as long as the frame and stays usable inside
    /// [`Frame::detach`].
    ///
    /// # Errors
    /// `UnicodeEncodeError` for lone surrogates, which UTF-8 does not have.
    #[inline]
    pub fn as_str(self, f: &Frame<'f>) -> Result<&'f str> {
        f.api().utf8(self.live())
    }
}
