//! `memoryview`

use super::{Any, MemoryView};
use crate::buffer::Buffer;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;

impl<'f> Frame<'f> {
    /// `memoryview(object)`
    ///
    /// # Errors
    /// `TypeError` when the object has no memory to export.
    #[inline]
    pub fn memoryview(&self, object: Handle<'f, Any>) -> Result<Handle<'f, MemoryView>> {
        self.keep(self.api().memoryview_from(object.live()))
    }
}

impl<'f> Handle<'f, MemoryView> {
    /// A copy of the bytes, whatever the items are: `self.tobytes()` of contiguous memory.
    ///
    /// # Errors
    /// `BufferError` when the memory is not contiguous, `ValueError` when the view was released.
    #[inline]
    pub fn to_vec(self, f: &Frame<'f>) -> Result<Vec<u8>> {
        Buffer::bytes(f, *self)?.to_vec(f)
    }

    /// `self.release()`
    ///
    /// # Errors
    /// `BufferError` while its memory is exported.
    #[inline]
    pub fn release(self, f: &Frame<'f>) -> Result {
        self.call_method(f, name!("release"), ())
    }
}
