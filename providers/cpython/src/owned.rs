//! References that close themselves, and counting.

use crate::capi;
use crate::facts::facts;
use hstack_sys::{Counting, Ref};

/// A reference that this crate owns.
pub(crate) struct Owned(Ref);

impl Owned {
    /// Takes an owned reference over.
    ///
    /// # Safety
    /// The caller owns it and is attached for as long as the value lives.
    #[inline(always)]
    pub(crate) unsafe fn new(reference: Option<Ref>) -> Option<Owned> {
        reference.map(Owned)
    }

    /// Takes one more reference.
    ///
    /// # Safety
    /// As for [`Owned::new`], of a live reference.
    #[inline(always)]
    pub(crate) unsafe fn more(reference: Ref) -> Owned {
        // SAFETY: as the caller says.
        unsafe { Owned(dup(reference)) }
    }

    #[inline(always)]
    pub(crate) fn get(&self) -> Ref {
        self.0
    }

    /// The reference, which the caller owns now.
    #[inline(always)]
    pub(crate) fn release(self) -> Ref {
        let reference = self.0;
        core::mem::forget(self);
        reference
    }
}

impl Drop for Owned {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: owned, and attached as `new` was promised.
        unsafe { close(self.0) }
    }
}

/// One more reference to a live object.
///
/// # Safety
/// Attached.
#[inline(always)]
pub(crate) unsafe fn dup(object: Ref) -> Ref {
    // SAFETY: the way of counting is the interpreter's own.
    unsafe {
        match facts().counting {
            Counting::Immortal32 => {
                let count = object.0.as_ptr().cast::<u32>();
                let value = count.read();
                if (value as i32) >= 0 {
                    count.write(value + 1);
                }
            }
            Counting::Word => {
                let count = object.0.as_ptr().cast::<isize>();
                count.write(count.read() + 1);
            }
            Counting::Unknown => capi::Py_IncRef(Some(object)),
        }
        object
    }
}

/// Closes an owned reference. A call, not in line: there are many of these, and few are on a hot path.
///
/// # Safety
/// Attached.
#[inline(never)]
pub(crate) unsafe fn close(object: Ref) {
    // SAFETY: the way of counting is the interpreter's own.
    unsafe {
        match facts().counting {
            Counting::Immortal32 => {
                let count = object.0.as_ptr().cast::<u32>();
                let value = count.read();
                if (value as i32) >= 0 {
                    count.write(value - 1);
                    if value == 1 {
                        deallocate(object);
                    }
                }
            }
            Counting::Word => {
                let count = object.0.as_ptr().cast::<isize>();
                let value = count.read() - 1;
                count.write(value);
                if value == 0 {
                    deallocate(object);
                }
            }
            Counting::Unknown => capi::Py_DecRef(Some(object)),
        }
    }
}

/// Frees an object whose count has reached zero.
///
/// # Safety
/// Attached; there is a known way of counting.
#[inline(never)]
pub(crate) unsafe fn deallocate(object: Ref) {
    // SAFETY: every CPython exports it, and only a CPython has a known way of counting.
    unsafe { capi::_Py_Dealloc().unwrap_unchecked()(object) }
}
