//! Many references in one word of an instance.
//!
//! The word is null, or where a length, a capacity and the references are. Nothing here runs Python
//! code but [`Vector`]'s drop, so what is taken out is closed by the caller when the instance is nobody's
//! to change any more ([`crate::section`]). The collector looks while every other thread stands still
//! at a place where none of them is inside of a section that does not wait.

use crate::owned;
use core::ptr::{null_mut, slice_from_raw_parts};
use hstack_sys::Ref;
use std::alloc::{Layout, alloc, dealloc, realloc};

/// What stands before the references.
#[repr(C)]
struct Header {
    len: usize,
    capacity: usize,
}

/// The references. Dropping it closes them.
#[repr(transparent)]
pub(crate) struct Vector(*mut Header);

/// There is no memory.
pub(crate) struct NoMemory;

/// The memory for so many references.
fn memory(capacity: usize) -> Option<Layout> {
    let size = capacity.checked_mul(size_of::<Ref>())?.checked_add(size_of::<Header>())?;
    Layout::from_size_align(size, align_of::<Header>()).ok()
}

impl Vector {
    pub(crate) const EMPTY: Vector = Vector(null_mut());

    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        // SAFETY: null, or a header.
        unsafe { self.0.as_ref().map_or(0, |header| header.len) }
    }

    /// Where the references are, or would be.
    #[inline(always)]
    fn first(&self) -> *mut Ref {
        // The header of an empty one is not there, so the address is computed without it.
        self.0.wrapping_add(1).cast()
    }

    #[inline(always)]
    pub(crate) fn as_slice(&self) -> &[Ref] {
        match self.len() {
            0 => &[],
            // SAFETY: so many are written.
            len => unsafe { &*slice_from_raw_parts(self.first(), len) },
        }
    }

    /// Replaces the reference at an index with one more to an object, and gives out the one before.
    ///
    /// # Safety
    /// Attached; a live object.
    #[inline(always)]
    pub(crate) unsafe fn replace(&mut self, index: usize, value: Ref) -> Option<Ref> {
        // SAFETY: within the length.
        (index < self.len()).then(|| unsafe { self.first().add(index).replace(owned::dup(value)) })
    }

    /// Makes room for more.
    #[inline(always)]
    fn reserve(&mut self, more: usize) -> Result<(), NoMemory> {
        // SAFETY: null, or a header.
        let (len, capacity) = unsafe { self.0.as_ref().map_or((0, 0), |h| (h.len, h.capacity)) };
        if capacity - len >= more { Ok(()) } else { self.grow(len.checked_add(more).ok_or(NoMemory)?) }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, wanted: usize) -> Result<(), NoMemory> {
        let len = self.len();
        // The first ones come as many as they are: nearly all vectors stay as they were made.
        let capacity = if len == 0 { wanted } else { wanted.max(len + len / 2 + 2) };
        let new = memory(capacity).ok_or(NoMemory)?;
        // SAFETY: the old memory was asked for with its capacity; the size is not zero.
        unsafe {
            let header = match self.0.as_ref() {
                None => alloc(new),
                Some(old) => realloc(self.0.cast(), memory(old.capacity).ok_or(NoMemory)?, new.size()),
            };
            if header.is_null() {
                return Err(NoMemory);
            }
            self.0 = header.cast();
            self.0.write(Header { len, capacity });
        }
        Ok(())
    }

    /// # Safety
    /// So many are written.
    #[inline(always)]
    unsafe fn set_len(&mut self, len: usize) {
        // SAFETY: null, or a header.
        if let Some(header) = unsafe { self.0.as_mut() } {
            header.len = len;
        }
    }

    /// Adds one more reference to an object.
    ///
    /// # Safety
    /// Attached; a live object.
    #[inline(always)]
    pub(crate) unsafe fn push(&mut self, value: Ref) -> Result<(), NoMemory> {
        let len = self.len();
        self.reserve(1)?;
        // SAFETY: there is room.
        unsafe {
            self.first().add(len).write(owned::dup(value));
            self.set_len(len + 1);
        }
        Ok(())
    }

    /// Takes the last one out.
    #[inline(always)]
    pub(crate) fn pop(&mut self) -> Option<Ref> {
        let last = *self.as_slice().last()?;
        // SAFETY: one less.
        unsafe { self.set_len(self.len() - 1) };
        Some(last)
    }

    /// Takes one out.
    #[inline(always)]
    pub(crate) fn remove(&mut self, index: usize) -> Option<Ref> {
        let len = self.len();
        let old = *self.as_slice().get(index)?;
        // SAFETY: those behind it move up.
        unsafe {
            let place = self.first().add(index);
            place.copy_from(place.add(1), len - index - 1);
            self.set_len(len - 1);
        }
        Some(old)
    }

    /// Replaces those from `start` to `end` with one more reference to each of `values`, and gives out
    /// those before. Out of range is clipped.
    ///
    /// # Safety
    /// Attached; live objects.
    pub(crate) unsafe fn splice(
        &mut self,
        start: usize,
        end: usize,
        values: &[Ref],
    ) -> Result<Vector, NoMemory> {
        let len = self.len();
        let start = start.min(len);
        let gone = end.clamp(start, len) - start;
        if gone == len && values.is_empty() {
            return Ok(core::mem::replace(self, Vector::EMPTY));
        }
        let mut old = Vector::EMPTY;
        if gone > 0 {
            old.reserve(gone)?;
        }
        self.reserve(values.len().saturating_sub(gone))?;
        // SAFETY: there is room on both sides.
        unsafe {
            let place = self.first().add(start);
            old.first().copy_from_nonoverlapping(place, gone);
            old.set_len(gone);
            place.add(values.len()).copy_from(place.add(gone), len - start - gone);
            for (index, &value) in values.iter().enumerate() {
                place.add(index).write(owned::dup(value));
            }
            self.set_len(len - gone + values.len());
        }
        Ok(old)
    }
}

impl Drop for Vector {
    #[inline(always)]
    fn drop(&mut self) {
        if !self.0.is_null() {
            release(self.0);
        }
    }
}

/// Closes the references, the last one first, as a list does, and frees the memory.
#[inline(never)]
fn release(header: *mut Header) {
    // SAFETY: a header that nobody else knows any more; who made it is attached.
    unsafe {
        let first = header.add(1).cast::<Ref>();
        for index in (0..(*header).len).rev() {
            owned::close(first.add(index).read());
        }
        if let Some(memory) = memory((*header).capacity) {
            dealloc(header.cast(), memory);
        }
    }
}
