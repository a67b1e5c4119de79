//! How deep calls may go.

use crate::capi;
use crate::facts::facts;
use crate::guard::functions;
use core::cell::Cell;
use core::ffi::c_char;
use hstack_sys::Status;

thread_local! {
    /// PyPy: the deepest place of the stack that is known to leave room for a call.
    static CHECKED: Cell<usize> = const { Cell::new(usize::MAX) };
}

/// What the functions that Python code may call before it looks at the stack again need.
const CALL: usize = 96 << 10;

/// Whether the stack has room for Python code; else a `RecursionError` is pending. PyPy looks at its stack
/// where its own functions are entered, and one of the C API that finds none left ends the process: so
/// each call leaves room for those. CPython takes care of itself.
#[inline(always)]
pub(crate) unsafe fn room() -> bool {
    // SAFETY: the caller is attached.
    !facts().pypy || unsafe { room_for_call() }
}

#[cold]
#[inline(never)]
unsafe fn room_for_call() -> bool {
    let here = 0_u8;
    let place = core::hint::black_box(&raw const here).addr();
    if place >= CHECKED.get() {
        return true;
    }
    // SAFETY: attached.
    let enough = unsafe { has::<CALL>() };
    if enough {
        CHECKED.set(place);
    }
    enough
}

/// PyPy: whether the stack has so many bytes left, and what it keeps for itself; else a `RecursionError`
/// is pending.
///
/// # Safety
/// Attached.
#[inline(never)]
pub(super) unsafe fn has<const BYTES: usize>() -> bool {
    let room = core::mem::MaybeUninit::<[u8; BYTES]>::uninit();
    core::hint::black_box(&room);
    // SAFETY: attached; the text ends with a NUL. What is entered is left.
    let enough = unsafe {
        let entered = capi::Py_EnterRecursiveCall(c" in native code".as_ptr()).0 == 0;
        if entered {
            capi::Py_LeaveRecursiveCall();
        }
        entered
    };
    core::hint::black_box(&room);
    enough
}

functions! {
    fn recursion_enter(place: *const c_char; context) -> Status {
        if !room() {
            return Status::FAILED;
        }
        // Up to 3.13 at least it answers 1 for failure, not -1.
        if capi::Py_EnterRecursiveCall(place).0 == 0 { Status::OK } else { Status::FAILED }
    }

    fn recursion_leave(; context) {
        capi::Py_LeaveRecursiveCall()
    }
}
