//! tuple and slice.

use crate::capi;
use crate::facts::facts;
use crate::guard::{functions, passed};
use crate::owned::{self, Owned};
use crate::types::{self, flag};
use hstack_sys::{Ref, Size};

/// The items of a tuple, where they may be read.
#[inline(always)]
unsafe fn array(tuple: Ref) -> Option<*mut Ref> {
    let start = facts().tuple;
    // SAFETY: the items of a tuple start there.
    (start != 0).then(|| unsafe { tuple.0.as_ptr().cast::<u8>().add(start).cast() })
}

/// The length of a tuple whose items may be read.
#[inline(always)]
unsafe fn len(tuple: Ref) -> usize {
    // SAFETY: the length of a tuple follows its header.
    unsafe { tuple.0.as_ptr().cast::<u8>().add(facts().header).cast::<usize>().read() }
}

passed! {
    fn tuple_slice(tuple: Ref, start: isize, end: isize) -> Option<Ref> = PyTuple_GetSlice;
    fn slice_new(start: Option<Ref>, stop: Option<Ref>, step: Option<Ref>) -> Option<Ref> = PySlice_New;
}

functions! {
    fn tuple_from_array(items: *const Ref, count: usize; context) -> Option<Ref> {
        let tuple = Owned::new(capi::PyTuple_New(count as isize))?;
        if let Some(array) = array(tuple.get()) {
            for index in 0..count {
                array.add(index).write(owned::dup(*items.add(index)));
            }
            return Some(tuple.release());
        }
        for index in 0..count {
            let item = owned::dup(*items.add(index));
            if capi::PyTuple_SetItem(tuple.get(), index as isize, Some(item)) < 0 {
                return None;
            }
        }
        Some(tuple.release())
    }

    fn tuple_len(tuple: Ref; context) -> Size {
        capi::PyTuple_Size(tuple)
    }

    fn tuple_get(tuple: Ref, index: isize; context) -> Option<Ref> {
        if let Some(array) = array(tuple)
            && types::is(tuple, flag::TUPLE)
            && (index as usize) < len(tuple)
        {
            return Some(owned::dup(*array.add(index as usize)));
        }
        capi::PyTuple_GetItem(tuple, index).map(|item| owned::dup(item))
    }

    fn slice_indices(
        slice: Ref, len: isize, start: *mut isize, stop: *mut isize, step: *mut isize; context
    ) -> Size {
        if capi::PySlice_Unpack(slice, start, stop, step) < 0 {
            return Size(-1);
        }
        Size(capi::PySlice_AdjustIndices(len, start, stop, *step))
    }
}
