//! `tuple`

use super::Tuple;
use super::sequence::clip;
use crate::convert::FromPy;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;

impl<'f> Frame<'f> {
    /// `()`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn tuple(&self) -> Result<Handle<'f, Tuple>> {
        self.keep(self.api().tuple_of(&[]))
    }

    /// A tuple of handles.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn tuple_of<T>(&self, items: &[Handle<'f, T>]) -> Result<Handle<'f, Tuple>> {
        self.keep(self.api().tuple_of(Handle::live_all(items)))
    }
}

impl<'f> Handle<'f, Tuple> {
    /// `len(self)`
    ///
    /// # Errors
    /// None for a tuple; the result is that of the table.
    #[inline]
    pub fn len(self, f: &Frame<'f>) -> Result<usize> {
        f.api().tuple_length(self.live())
    }

    /// The item at an index from 0.
    ///
    /// # Errors
    /// `IndexError` out of range, and what the conversion raises.
    #[inline]
    pub fn get<T: FromPy<'f>>(self, f: &Frame<'f>, index: usize) -> Result<T> {
        f.api().tuple_item(self.live(), index)
    }

    /// `self[start:end]`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn slice(self, f: &Frame<'f>, start: usize, end: usize) -> Result<Handle<'f, Tuple>> {
        f.keep(f.api().tuple_slice(self.live(), clip(start), clip(end)))
    }

    /// `self + other`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn concat(self, f: &Frame<'f>, other: Handle<'f, Tuple>) -> Result<Handle<'f, Tuple>> {
        f.keep(f.api().sequence_concat(self.live(), other.live()))
    }

    /// All items.
    ///
    /// # Errors
    /// What converting an item raises.
    #[inline]
    pub fn to_vec<T: FromPy<'f>>(self, f: &Frame<'f>) -> Result<Vec<T>> {
        (0..self.len(f)?).map(|i| self.get(f, i)).collect()
    }
}
