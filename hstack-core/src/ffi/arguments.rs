//! The arguments of a call, as the interpreter lays them out.

use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, Tuple};
use hstack_sys::Ref;
use std::marker::PhantomData;

/// Positional arguments, then the values of keywords whose names are in a tuple (PEP 590). They are
/// borrowed from the caller for the whole call: no slot, no count.
#[derive(Clone, Copy)]
pub struct Arguments<'f> {
    values: *const Ref,
    count: usize,
    names: Option<Ref>,
    _frame: PhantomData<Handle<'f, Any>>,
}

impl<'f> Arguments<'f> {
    /// # Safety
    /// `values` holds `count` references and one for each name, alive until the frame ends.
    #[inline(always)]
    pub(crate) unsafe fn new(values: *const Ref, count: usize, names: Option<Ref>) -> Self {
        Arguments { values, count, names, _frame: PhantomData }
    }

    /// The positional arguments.
    #[inline(always)]
    pub fn positional(&self) -> &'f [Handle<'f, Any>] {
        if self.count == 0 {
            return &[];
        }
        // SAFETY: promised to `new`; a handle is one `Ref`.
        unsafe { std::slice::from_raw_parts(self.values.cast(), self.count) }
    }

    /// The names of the keywords.
    #[inline(always)]
    pub fn names(&self) -> Option<Handle<'f, Tuple>> {
        // SAFETY: promised to `new`: the interpreter passes a tuple.
        self.names.map(|names| unsafe { Handle::from_raw(names) })
    }

    /// The keywords' values, in the order of their names.
    #[inline]
    pub fn keyword_values(&self, f: &Frame<'f>) -> &'f [Handle<'f, Any>] {
        let count = self.names().map_or(0, |names| f.api().tuple_len(names.live()).unwrap_or(0));
        // SAFETY: that many names.
        unsafe { self.values_of(count) }
    }

    /// The values of `count` keywords.
    ///
    /// # Safety
    /// There are that many names.
    #[inline]
    pub(crate) unsafe fn values_of(&self, count: usize) -> &'f [Handle<'f, Any>] {
        if count == 0 {
            return &[];
        }
        // SAFETY: promised to `new`.
        unsafe { std::slice::from_raw_parts(self.values.add(self.count).cast(), count) }
    }
}
