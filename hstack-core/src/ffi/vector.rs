//! Fields with many references.

use super::{Api, Found, Live, Raw};
use crate::convert::Temp;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;
use core::mem::MaybeUninit;
use hstack_sys::{Ref, TypeDef};

/// Where the references are: an object, and which field of its definition they are in.
// Public in a trait that nobody else implements; it has no name outside the crate.
#[derive(Clone, Copy)]
pub struct Place<'x> {
    pub(crate) owner: Live<'x>,
    pub(crate) definition: &'static TypeDef,
    pub(crate) index: usize,
}

/// How many references are read in one call.
const CHUNK: usize = 32;

// SAFETY of all calls: a static definition, and places are made from the keys of the owner's class.
impl<'a, 'f> Api<'a, 'f> {
    #[inline]
    pub(crate) fn many_len(self, Place { owner, definition, index }: Place<'_>) -> Result<usize> {
        // SAFETY: above.
        unsafe { self.vector_len(owner, Raw::new(definition), index) }
    }

    #[inline]
    pub(crate) fn many_get(
        self,
        Place { owner, definition, index }: Place<'_>,
        at: usize,
    ) -> Result<Temp<'a, 'f>> {
        // SAFETY: above.
        unsafe { self.vector_get(owner, Raw::new(definition), index, at) }
    }

    #[inline]
    pub(crate) fn many_swap(
        self,
        Place { owner, definition, index }: Place<'_>,
        at: usize,
        value: Live<'_>,
    ) -> Result<Temp<'a, 'f>> {
        // SAFETY: above.
        unsafe { self.vector_swap(owner, Raw::new(definition), index, at, value) }
    }

    #[inline]
    pub(crate) fn many_push(self, Place { owner, definition, index }: Place<'_>, value: Live<'_>) -> Result {
        // SAFETY: above.
        unsafe { self.vector_push(owner, Raw::new(definition), index, value)? };
        Ok(())
    }

    #[inline]
    pub(crate) fn many_pop(
        self,
        Place { owner, definition, index }: Place<'_>,
    ) -> Result<Option<Temp<'a, 'f>>> {
        let mut found = Found::new(self.0);
        // SAFETY: above.
        unsafe { self.vector_pop(owner, Raw::new(definition), index, &mut found.slot)? };
        Ok(found.take())
    }

    #[inline]
    pub(crate) fn many_remove(
        self,
        Place { owner, definition, index }: Place<'_>,
        at: usize,
    ) -> Result<Temp<'a, 'f>> {
        // SAFETY: above.
        unsafe { self.vector_remove(owner, Raw::new(definition), index, at) }
    }

    #[inline]
    pub(crate) fn many_splice(
        self,
        Place { owner, definition, index }: Place<'_>,
        start: usize,
        end: usize,
        values: &[Live<'_>],
    ) -> Result {
        let first = values.as_ptr().cast::<Ref>();
        // SAFETY: above; a `Live` is a `Ref`, and there are so many.
        unsafe {
            self.vector_splice(
                owner,
                Raw::new(definition),
                index,
                start,
                end,
                Raw::new(first),
                values.len(),
            )?;
        }
        Ok(())
    }

    /// The one at an index, or none at the end.
    #[inline]
    pub(crate) fn many_find(
        self,
        Place { owner, definition, index }: Place<'_>,
        at: usize,
    ) -> Result<Option<Temp<'a, 'f>>> {
        let mut item = MaybeUninit::<Ref>::uninit();
        // SAFETY: above; there is room for one, which is written and owned when it says so.
        unsafe {
            let found =
                self.vector_items(owner, Raw::new(definition), index, at, Raw::new(item.as_mut_ptr()), 1)?;
            Ok((found == 1).then(|| Temp::new(self.0, item.assume_init())))
        }
    }

    /// All of them, each kept alive by the frame.
    #[inline]
    pub(crate) fn many_handles<T>(
        self,
        Place { owner, definition, index }: Place<'_>,
    ) -> Result<Vec<Handle<'f, T>>> {
        let f: &'a Frame<'f> = self.0;
        let mut handles = Vec::new();
        let mut chunk = [MaybeUninit::<Ref>::uninit(); CHUNK];
        loop {
            // SAFETY: above; there is room for so many, and as many as it says are written and owned.
            let count = unsafe {
                let place = Raw::new(chunk.as_mut_ptr().cast());
                self.vector_items(owner, Raw::new(definition), index, handles.len(), place, CHUNK)?
            };
            // SAFETY: as above.
            handles.extend(chunk[..count].iter().map(|r| f.push(unsafe { Temp::new(f, r.assume_init()) })));
            if count < CHUNK {
                return Ok(handles);
            }
        }
    }
}
