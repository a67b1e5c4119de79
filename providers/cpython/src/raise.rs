//! Making and clearing exceptions.

use crate::capi;
use core::fmt::Arguments;
use hstack_sys::Ref;

/// A str from Rust text.
///
/// # Safety
/// Attached.
pub(crate) unsafe fn text(text: &str) -> Option<Ref> {
    // SAFETY: the text is as long as it says.
    unsafe { capi::PyUnicode_FromStringAndSize(text.as_ptr().cast(), text.len() as isize) }
}

/// Makes `class(message)` pending.
///
/// # Safety
/// Attached.
#[cold]
#[inline(never)]
pub(crate) unsafe fn raise(class: Ref, message: Arguments<'_>) {
    // SAFETY: attached; the class is an exception class.
    unsafe {
        if let Some(message) = crate::owned::Owned::new(text(&std::fmt::format(message))) {
            capi::PyErr_SetObject(class, Some(message.get()));
        }
    }
}

/// Whether an exception is pending.
///
/// # Safety
/// Attached.
#[inline(always)]
pub(crate) unsafe fn pending() -> bool {
    // SAFETY: attached.
    unsafe { capi::PyErr_Occurred().is_some() }
}

/// Clears the pending exception if `except class` would catch it: whether it did.
///
/// # Safety
/// Attached.
#[cold]
pub(crate) unsafe fn catch(class: Ref) -> bool {
    // SAFETY: attached.
    unsafe {
        let caught = pending() && capi::PyErr_ExceptionMatches(class) != 0;
        if caught {
            capi::PyErr_Clear();
        }
        caught
    }
}

/// Puts the pending exception aside while something else runs, and back at the end.
pub(crate) struct Aside([Option<Ref>; 3]);

impl Aside {
    /// # Safety
    /// Attached, until the value is dropped.
    pub(crate) unsafe fn new() -> Aside {
        let mut parts = [None; 3];
        // SAFETY: attached; `PyErr_Occurred` is the cheaper question.
        unsafe {
            if pending() {
                let [class, value, traceback] = &mut parts;
                capi::PyErr_Fetch(class, value, traceback);
            }
        }
        Aside(parts)
    }

    /// Gives the exception up instead.
    pub(crate) fn drop_it(mut self) {
        for part in core::mem::take(&mut self.0).into_iter().flatten() {
            // SAFETY: what `PyErr_Fetch` gave is owned, and `new` was promised that this is attached.
            unsafe { crate::owned::close(part) };
        }
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        let [class, value, traceback] = self.0;
        if class.is_some() {
            // SAFETY: what `PyErr_Fetch` gave is given back.
            unsafe { capi::PyErr_Restore(class, value, traceback) };
        }
    }
}
