//! `bytes` and `bytearray`

use super::Bytes;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;

impl<'f> Frame<'f> {
    /// A bytes object.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn bytes(&self, data: &[u8]) -> Result<Handle<'f, Bytes>> {
        self.keep(self.api().bytes_of(data))
    }
}

impl<'f> Handle<'f, Bytes> {
    /// The data. It is immutable, so it lives as long as the frame and stays usable inside
    /// [`Frame::detach`].
    ///
    /// # Errors
    /// None for a bytes object; the result is that of the table.
    #[inline]
    pub fn as_bytes(self, f: &Frame<'f>) -> Result<&'f [u8]> {
        f.api().bytes_data(self.live())
    }
}
