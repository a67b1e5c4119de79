//! How deep calls may go.

use crate::capi;
use crate::facts::facts;
use crate::guard::functions;
use core::cell::Cell;
use core::ffi::c_char;
use hstack_sys::Status;

thread_local! {
    /// PyPy: the deepest place of the stack that is known to leave room.
    static DEEPEST: Cell<usize> = const { Cell::new(usize::MAX) };
}

/// PyPy: whether the stack has room for Python code; else a `RecursionError` is pending. PyPy looks at its
/// stack where its own functions are entered, and one of the C API that finds none left ends the process:
/// so each call leaves room for those.
#[cold]
#[inline(never)]
pub(crate) unsafe fn room() -> bool {
    /// What the functions of one level need.
    const ROOM: usize = 96 << 10;
    let here = 0_u8;
    let place = core::hint::black_box(&raw const here).addr();
    if place >= DEEPEST.get() {
        return true;
    }
    let room = core::mem::MaybeUninit::<[u8; ROOM]>::uninit();
    core::hint::black_box(&room);
    // SAFETY: attached; the text ends with a NUL.
    let enough = unsafe { capi::Py_EnterRecursiveCall(c" in native code".as_ptr()).0 == 0 };
    core::hint::black_box(&room);
    if enough {
        // SAFETY: entered.
        unsafe { capi::Py_LeaveRecursiveCall() };
        DEEPEST.set(place);
    }
    enough
}

functions! {
    fn recursion_enter(place: *const c_char; context) -> Status {
        if facts().pypy && !room() {
            return Status::FAILED;
        }
        // Up to 3.13 at least it answers 1 for failure, not -1.
        if capi::Py_EnterRecursiveCall(place).0 == 0 { Status::OK } else { Status::FAILED }
    }

    fn recursion_leave(; context) {
        capi::Py_LeaveRecursiveCall()
    }
}
