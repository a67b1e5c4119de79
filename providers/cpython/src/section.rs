//! Critical sections: one object to ourselves on a free-threaded build, nothing elsewhere.

use crate::capi;
use crate::facts::facts;
use core::ffi::c_void;
use core::mem::MaybeUninit;
use hstack_sys::Ref;

/// Runs `body` inside a critical section of an object. The interpreter may suspend the section
/// while `body` waits for something else.
///
/// # Safety
/// Attached, and the object is alive meanwhile.
#[inline(always)]
pub(crate) unsafe fn with<R>(object: Ref, body: impl FnOnce() -> R) -> R {
    if !facts().free_threaded {
        return body();
    }
    // The interpreter's struct has two words, and is linked into a list: it must not move.
    let mut words = MaybeUninit::<[usize; 4]>::uninit();
    let section = words.as_mut_ptr().cast::<c_void>();
    // SAFETY: the struct stays where it is until the section ends.
    unsafe {
        if let Some(begin) = capi::PyCriticalSection_Begin() {
            begin(section, object);
        }
        let result = body();
        if let Some(end) = capi::PyCriticalSection_End() {
            end(section);
        }
        result
    }
}
