//! `bytes`

use super::{Bytes, Str};
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;
use std::ffi::CStr;

impl<'f> Frame<'f> {
    /// A bytes object.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn bytes(&self, data: &[u8]) -> Result<Handle<'f, Bytes>> {
        self.keep(self.api().bytes_of(data))
    }
}

impl<'f> Handle<'f, Bytes> {
    /// `len(self)`
    ///
    /// # Errors
    /// None for a bytes object; the result is that of the table.
    #[inline]
    pub fn len(self, f: &Frame<'f>) -> Result<usize> {
        Ok(self.as_bytes(f)?.len())
    }

    /// The data. It is immutable, so it lives as long as the frame and stays usable inside
    /// [`Frame::detach`].
    ///
    /// # Errors
    /// None for a bytes object; the result is that of the table.
    #[inline]
    pub fn as_bytes(self, f: &Frame<'f>) -> Result<&'f [u8]> {
        f.api().bytes_data(self.live())
    }

    /// A copy of the data.
    ///
    /// # Errors
    /// As [`Handle::as_bytes`].
    #[inline]
    pub fn to_vec(self, f: &Frame<'f>) -> Result<Vec<u8>> {
        Ok(self.as_bytes(f)?.to_vec())
    }

    /// `self.decode(encoding, errors)`
    ///
    /// # Errors
    /// `UnicodeDecodeError`, as `errors` says; `LookupError` for an unknown encoding.
    #[inline]
    pub fn decode(self, f: &Frame<'f>, encoding: &CStr, errors: &CStr) -> Result<Handle<'f, Str>> {
        f.keep(f.api().decode(self.as_bytes(f)?, encoding, errors))
    }
}
