//! The buffer protocol: memory of bytearrays, arrays, memoryviews, NumPy as a [`Buffer`], and memory of
//! one's own instances as [`Memory`].

mod element;
pub(crate) mod memory;

pub use element::Element;
pub use memory::{Memory, SharedElement};

use crate::convert::FromPy;
use crate::error::{Error, Result};
use crate::exceptions::{BufferError, IndexError, ValueError};
use crate::ffi::Export;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::Any;
use std::ffi::CStr;
use std::marker::PhantomData;

/// An export of memory whose items are `T`.
///
/// The memory stays where it is until the buffer is dropped: meanwhile a bytearray cannot be resized.
/// It may *change* at any time, through other objects, re-entrant calls and other threads. So items
/// are copied; a slice of the memory itself is `unsafe`.
///
/// ```
/// use hstack::prelude::*;
/// use hstack::buffer::Buffer;
///
/// fn total<'f>(f: &mut Frame<'f>, data: Handle<'f, Any>) -> Result<f64> {
///     let data: Buffer<f64> = data.extract(f)?;
///     let items = data.to_vec(f)?;
///     Ok(f.detach(|| items.iter().sum()))
/// }
/// ```
pub struct Buffer<'f, T: Element> {
    export: Export<T>,
    _frame: PhantomData<&'f ()>,
}

impl<'f, T: Element> FromPy<'f> for Buffer<'f, T> {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        Buffer::get(f, object)
    }
}

impl<'f> Buffer<'f, u8> {
    /// The memory as bytes, whatever its items are.
    ///
    /// # Errors
    /// `TypeError` when the object has no memory to export, `BufferError` when it is not contiguous.
    #[inline]
    pub fn bytes(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        Ok(Buffer { export: Export::get(f, object.live(), true)?, _frame: PhantomData })
    }
}

impl<'f, T: Element> Buffer<'f, T> {
    /// The memory of an object. The same as [`Handle::extract`].
    ///
    /// # Errors
    /// `TypeError` when the object has no memory to export, `BufferError` when its items are not `T`
    /// in the byte order of this machine.
    #[inline]
    pub fn get(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        Ok(Buffer { export: Export::get(f, object.live(), false)?, _frame: PhantomData })
    }

    /// The number of items.
    #[inline]
    pub fn len(&self) -> usize {
        self.export.len()
    }

    /// Whether there are none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of dimensions.
    #[inline]
    pub fn dimensions(&self) -> usize {
        self.export.shape().len()
    }

    /// The length of each dimension, in items.
    #[inline]
    pub fn shape(&self) -> &[usize] {
        self.export.shape()
    }

    /// The step of each dimension, in bytes.
    #[inline]
    pub fn strides(&self) -> &[isize] {
        self.export.strides()
    }

    /// The type of an item as the `struct` module writes it.
    #[inline]
    pub fn format(&self) -> &CStr {
        self.export.format()
    }

    /// Whether the memory must not be written.
    #[inline]
    pub fn readonly(&self) -> bool {
        self.export.readonly()
    }

    /// Whether the items lie one after the other, the last index running fastest.
    pub fn is_c_contiguous(&self) -> bool {
        self.export.is_c_contiguous()
    }

    /// The item at an index for each dimension.
    ///
    /// # Errors
    /// `IndexError` when there is none.
    #[inline]
    pub fn item(&self, _: &Frame<'f>, index: &[usize]) -> Result<T> {
        self.export.read(index).ok_or_else(out_of_range)
    }

    /// Replaces the item at an index for each dimension.
    ///
    /// # Errors
    /// `IndexError` when there is none; `BufferError` when the memory is read-only.
    #[inline]
    pub fn set_item(&self, _: &Frame<'f>, index: &[usize], value: T) -> Result {
        self.writable()?;
        self.export.write(index, value).ok_or_else(out_of_range)
    }

    /// A copy of all items, the last index running fastest.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn to_vec(&self, _: &Frame<'f>) -> Result<Vec<T>> {
        let mut items: Vec<T> = Vec::new();
        items.try_reserve_exact(self.len())?;
        self.export.fill(&mut items);
        Ok(items)
    }

    /// Copies all items into a slice of the same length, the last index running fastest.
    ///
    /// # Errors
    /// `ValueError` when the lengths differ.
    pub fn copy_to_slice(&self, _: &Frame<'f>, items: &mut [T]) -> Result {
        self.same_length(items)?;
        self.export.copy_out(items);
        Ok(())
    }

    /// Replaces all items, the last index running fastest.
    ///
    /// # Errors
    /// `ValueError` when the lengths differ; `BufferError` when the memory is read-only.
    pub fn copy_from_slice(&self, _: &Frame<'f>, items: &[T]) -> Result {
        self.writable()?;
        self.same_length(items)?;
        self.export.copy_in(items);
        Ok(())
    }

    /// Changes all items, a block at a time: each block of up to `n` items is copied out, given to `g`,
    /// and copied back. No frame is needed, so it works inside [`Frame::detach`] and in other threads;
    /// what others write meanwhile may be lost, and nothing worse.
    ///
    /// # Errors
    /// `BufferError` when the memory is read-only or not contiguous.
    ///
    /// # Panics
    /// When `n` is zero.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// # use hstack::buffer::Buffer;
    /// fn double<'f>(f: &mut Frame<'f>, data: Buffer<'f, f64>) -> Result {
    ///     f.detach(|| data.blocks(1024, |block| block.iter_mut().for_each(|x| *x *= 2.0)))
    /// }
    /// ```
    #[inline]
    pub fn blocks(&self, n: usize, mut g: impl FnMut(&mut [T])) -> Result {
        self.writable()?;
        self.read_and(n, |export, start, block| {
            g(block);
            export.store(start, block);
        })
    }

    /// Looks at all items, a block at a time, as [`Buffer::blocks`] does.
    ///
    /// # Errors
    /// `BufferError` when the memory is not contiguous.
    ///
    /// # Panics
    /// When `n` is zero.
    #[inline]
    pub fn read_blocks(&self, n: usize, mut g: impl FnMut(&[T])) -> Result {
        self.read_and(n, |_, _, block| g(block))
    }

    #[inline]
    fn read_and(&self, n: usize, mut g: impl FnMut(&Export<T>, usize, &mut [T])) -> Result {
        assert!(n > 0, "blocks of no items");
        self.contiguous()?;
        let mut block = Export::block(n.min(self.len()));
        let mut start = 0;
        while start < self.len() {
            let count = n.min(self.len() - start);
            self.export.load(start, &mut block[..count]);
            g(&self.export, start, &mut block[..count]);
            start += count;
        }
        Ok(())
    }

    /// The address of the first item.
    #[inline]
    pub fn as_ptr(&self) -> *mut T {
        self.export.data()
    }

    /// The items themselves, without a copy.
    ///
    /// # Errors
    /// `BufferError` when the memory is not contiguous.
    ///
    /// # Safety
    /// Nobody writes to the memory while the slice lives: no Python code runs that could (also in
    /// other threads), and no other buffer of it is written through.
    #[inline]
    pub unsafe fn as_slice(&self) -> Result<&[T]> {
        self.contiguous()?;
        // SAFETY: so many aligned items lie there; that they do not change is the caller's promise.
        Ok(unsafe { std::slice::from_raw_parts(self.as_ptr(), self.len()) })
    }

    /// The items themselves, to write to.
    ///
    /// # Errors
    /// `BufferError` when the memory is read-only or not contiguous.
    ///
    /// # Safety
    /// Nobody else reads or writes the memory while the slice lives.
    #[allow(clippy::mut_from_ref)]
    #[inline]
    pub unsafe fn as_mut_slice(&self) -> Result<&mut [T]> {
        self.writable()?;
        self.contiguous()?;
        // SAFETY: as above.
        Ok(unsafe { std::slice::from_raw_parts_mut(self.as_ptr(), self.len()) })
    }

    #[inline]
    fn writable(&self) -> Result {
        if self.readonly() { Err(BufferError::new_err("the memory is read-only")) } else { Ok(()) }
    }

    #[inline]
    fn contiguous(&self) -> Result {
        if self.is_c_contiguous() {
            Ok(())
        } else {
            Err(BufferError::new_err("the memory is not contiguous"))
        }
    }

    #[inline]
    fn same_length(&self, items: &[T]) -> Result {
        match (self.len(), items.len()) {
            (a, b) if a == b => Ok(()),
            (a, b) => Err(ValueError::new_err(format!("{b} items for a buffer of {a}"))),
        }
    }
}

#[cold]
fn out_of_range() -> Error {
    IndexError::new_err("buffer index out of range")
}
