//! `bytearray`
//!
//! Its memory changes and moves, so there is no slice of it: bytes are copied in and out. A
//! [`Buffer`](crate::buffer::Buffer) pins it.

use super::{ByteArray, Bytes};
use crate::error::Result;
use crate::exceptions::IndexError;
use crate::frame::Frame;
use crate::handle::Handle;

impl<'f> Frame<'f> {
    /// A bytearray.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn bytearray(&self, data: &[u8]) -> Result<Handle<'f, ByteArray>> {
        self.keep(self.api().bytearray_of(data))
    }
}

impl<'f> Handle<'f, ByteArray> {
    /// A copy of the data.
    ///
    /// # Errors
    /// None for a bytearray; the result is that of the table.
    #[inline]
    pub fn to_vec(self, f: &Frame<'f>) -> Result<Vec<u8>> {
        loop {
            let mut data = vec![0; self.len(f)?];
            match self.read(f, 0, &mut data) {
                // Another thread made it shorter in between.
                Err(error) if error.is_instance::<IndexError>(f) && self.len(f)? < data.len() => {}
                done => return done.map(|()| data),
            }
        }
    }

    /// `bytes(self)`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn to_bytes(self, f: &Frame<'f>) -> Result<Handle<'f, Bytes>> {
        f.bytes(&self.to_vec(f)?)
    }

    /// Copies the bytes from `offset` on into all of `data`.
    ///
    /// # Errors
    /// `IndexError` when there are not so many.
    #[inline]
    pub fn read(self, f: &Frame<'f>, offset: usize, data: &mut [u8]) -> Result {
        f.api().bytearray_copy_out(self.live(), offset, data)
    }

    /// Copies `data` over the bytes from `offset` on.
    ///
    /// # Errors
    /// `IndexError` when there are not so many.
    #[inline]
    pub fn write(self, f: &Frame<'f>, offset: usize, data: &[u8]) -> Result {
        f.api().bytearray_copy_in(self.live(), offset, data)
    }

    /// Changes the length; new bytes may have any value.
    ///
    /// # Errors
    /// `BufferError` while its memory is exported; `MemoryError`.
    #[inline]
    pub fn resize(self, f: &Frame<'f>, len: usize) -> Result {
        f.api().bytearray_resize(self.live(), len)?;
        Ok(())
    }

    /// Copies `data` to the end.
    ///
    /// # Errors
    /// As [`Handle::resize`].
    #[inline]
    pub fn extend(self, f: &Frame<'f>, data: &[u8]) -> Result {
        let len = self.len(f)?;
        self.resize(f, len + data.len())?;
        self.write(f, len, data)
    }

    /// `self.clear()`
    ///
    /// # Errors
    /// As [`Handle::resize`].
    #[inline]
    pub fn clear(self, f: &Frame<'f>) -> Result {
        self.resize(f, 0)
    }
}
