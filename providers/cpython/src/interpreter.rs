//! The numbers of interpreters.

use crate::capi;
use crate::owned::Owned;
use core::ffi::c_void;
use core::sync::atomic::{AtomicU64, Ordering};

/// The next number. Zero is nobody's.
static NEXT: AtomicU64 = AtomicU64::new(1);

/// The number of the current interpreter, given to it the first time it is asked for, and kept in
/// its own dict: an address or an id is used again, this is not.
///
/// # Safety
/// Attached to that interpreter.
pub(crate) unsafe fn number(interpreter: *mut c_void) -> Option<u64> {
    let Some(get_dict) = capi::PyInterpreterState_GetDict().filter(|_| !interpreter.is_null()) else {
        // One interpreter for the whole process: one number.
        return Some(1);
    };
    // SAFETY: attached; the dict is the interpreter's.
    unsafe {
        let Some(dict) = get_dict(interpreter) else {
            crate::raise::raise(capi::PyExc_RuntimeError(), format_args!("this interpreter has no dict"));
            return None;
        };
        // Other extensions have counters of their own, so the key says whose the number is.
        let key = Owned::new(crate::raise::text(&format!("hstack.interpreter.{:p}", &raw const NEXT)))?;
        let new = Owned::new(capi::PyLong_FromUnsignedLongLong(NEXT.fetch_add(1, Ordering::Relaxed)))?;
        // Two modules may be imported at once: the first number stays.
        if capi::PyDict_Contains(dict, key.get()).0 == 0
            && capi::PyDict_SetDefault(dict, key.get(), new.get()).is_none()
        {
            return None;
        }
        let kept = Owned::new(crate::functions::dict::lookup(dict, key.get()).ok()?)?;
        Some(capi::PyLong_AsUnsignedLongLong(kept.get()))
    }
}
