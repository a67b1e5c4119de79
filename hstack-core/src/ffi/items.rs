//! The items of lists and tuples, in line where the provider says where they are.

use super::{Api, Live};
use crate::convert::{FromPy, Temp};
use crate::error::Result;
use hstack_sys::Ref;

/// An item that only its container keeps alive: it can be read, and nothing that runs code is near.
// The type has no name outside the crate, so nobody else can implement `FromPy::peek`.
pub struct Peeked<'a, 'f>(Api<'a, 'f>, Live<'a>);

impl Peeked<'_, '_> {
    /// The value of a small int.
    #[inline(always)]
    pub(crate) fn int(&self) -> Option<i64> {
        self.0.small_int(self.1)
    }

    /// The value of a float.
    #[inline(always)]
    pub(crate) fn float(&self) -> Option<f64> {
        self.0.exact_float(self.1)
    }
}

impl<'a, 'f> Api<'a, 'f> {
    /// The length of a list.
    #[inline(always)]
    pub(crate) fn list_length(self, list: Live<'_>) -> Result<usize> {
        match self.0.ctx().get().accelerators.items.list_len {
            0 => self.list_len(list),
            // SAFETY: the provider publishes where a list has its length.
            offset => Ok(unsafe { word(list, offset) }),
        }
    }

    /// The item of a list at an index from 0.
    #[inline(always)]
    pub(crate) fn list_item<T: FromPy<'f>>(self, list: Live<'_>, index: usize) -> Result<T> {
        match self.stored_in_list(list, index) {
            // SAFETY: alive, as long as the list does not change.
            Some(item) => self.lent(unsafe { Live::new(item) }),
            None => T::from_temp(self.0, self.list_get(list, index as isize)?),
        }
    }

    /// The same, or `None` behind the last.
    #[inline(always)]
    pub(crate) fn list_next<T: FromPy<'f>>(self, list: Live<'_>, index: usize) -> Result<Option<T>> {
        if self.0.ctx().get().accelerators.items.list_len == 0 {
            return self.list_found(list, index)?.map(|item| T::from_temp(self.0, item)).transpose();
        }
        // SAFETY: alive, as long as the list does not change.
        self.stored_in_list(list, index).map(|item| self.lent(unsafe { Live::new(item) })).transpose()
    }

    /// The item at an index, with a reference of its own; `None` behind the last.
    #[inline(always)]
    pub(crate) fn list_reference(self, list: Live<'_>, index: usize) -> Result<Option<Temp<'a, 'f>>> {
        if self.0.ctx().get().accelerators.items.list_len == 0 {
            return self.list_found(list, index);
        }
        // SAFETY: as above.
        Ok(self.stored_in_list(list, index).map(|item| Temp::of(self.0, unsafe { Live::new(item) })))
    }

    /// The same, by the table. Another thread may shorten the list between two calls.
    fn list_found(self, list: Live<'_>, index: usize) -> Result<Option<Temp<'a, 'f>>> {
        if index >= self.list_len(list)? {
            return Ok(None);
        }
        match self.list_get(list, index as isize) {
            Err(_) if index >= self.list_len(list)? => Ok(None),
            found => found.map(Some),
        }
    }

    /// The length of a tuple.
    #[inline(always)]
    pub(crate) fn tuple_length(self, tuple: Live<'_>) -> Result<usize> {
        match self.0.ctx().get().accelerators.items.tuple_len {
            0 => self.tuple_len(tuple),
            // SAFETY: the provider publishes where a tuple has its length.
            offset => Ok(unsafe { word(tuple, offset) }),
        }
    }

    /// The item of a tuple at an index from 0.
    #[inline(always)]
    pub(crate) fn tuple_item<T: FromPy<'f>>(self, tuple: Live<'_>, index: usize) -> Result<T> {
        match self.stored_in_tuple(tuple, index) {
            // SAFETY: alive as long as the tuple.
            Some(item) => self.lent(unsafe { Live::new(item) }),
            None => T::from_temp(self.0, self.tuple_get(tuple, index as isize)?),
        }
    }

    /// The same, with a reference of its own.
    #[inline(always)]
    pub(crate) fn tuple_reference(self, tuple: Live<'_>, index: usize) -> Result<Temp<'a, 'f>> {
        match self.stored_in_tuple(tuple, index) {
            // SAFETY: as above.
            Some(item) => Ok(Temp::of(self.0, unsafe { Live::new(item) })),
            None => self.tuple_get(tuple, index as isize),
        }
    }

    /// The references of a tuple, one behind the other, where the provider says where they are.
    #[inline(always)]
    pub(crate) fn tuple_items(self, tuple: Live<'_>) -> Option<(*const Ref, usize)> {
        let ctx = self.0.ctx();
        let items = &ctx.get().accelerators.items;
        if items.tuple_len == 0 {
            return None;
        }
        // SAFETY: the provider publishes where a tuple has its length and so many references.
        unsafe {
            let first = tuple.raw().0.as_ptr().byte_add(items.tuple_items as usize).cast::<Ref>();
            Some((first, word(tuple, items.tuple_len)))
        }
    }

    /// What is made from an item that its container keeps alive until code runs.
    #[inline(always)]
    fn lent<T: FromPy<'f>>(self, item: Live<'a>) -> Result<T> {
        match T::peek(Peeked(self, item)) {
            Some(value) => Ok(value),
            None => T::from_temp(self.0, Temp::of(self.0, item)),
        }
    }

    /// The item at an index inside the list, where the provider lets that be read in line: under a GIL,
    /// so nothing happens before the caller counts it.
    #[inline(always)]
    fn stored_in_list(self, list: Live<'_>, index: usize) -> Option<Ref> {
        let ctx = self.0.ctx();
        let items = &ctx.get().accelerators.items;
        // SAFETY: the provider publishes where a list has its length, and where the pointer to so many
        // references.
        unsafe {
            if items.list_len == 0 || index >= word(list, items.list_len) {
                return None;
            }
            let first = word(list, items.list_items) as *const Ref;
            Some(first.add(index).read())
        }
    }

    /// The item at an index inside the tuple, where the provider says where that is.
    #[inline(always)]
    fn stored_in_tuple(self, tuple: Live<'_>, index: usize) -> Option<Ref> {
        let ctx = self.0.ctx();
        let items = &ctx.get().accelerators.items;
        // SAFETY: the provider publishes where a tuple has its length and so many references.
        unsafe {
            if items.tuple_len == 0 || index >= word(tuple, items.tuple_len) {
                return None;
            }
            let first = tuple.raw().0.as_ptr().byte_add(items.tuple_items as usize).cast::<Ref>();
            Some(first.add(index).read())
        }
    }
}

/// The word of an object at an offset in bytes.
///
/// # Safety
/// The object has one there.
#[inline(always)]
unsafe fn word(object: Live<'_>, offset: u32) -> usize {
    // SAFETY: the caller's promise.
    unsafe { object.raw().0.as_ptr().byte_add(offset as usize).cast::<usize>().read() }
}
