//! Threads and interpreters.

use crate::capi;
use crate::facts::facts;
use crate::guard::functions;
use crate::home::Home;
use core::ffi::{c_char, c_void};
use core::ptr::null_mut;
use hstack_sys::{Attachment, Status, ThreadState};

/// How `thread_attach` attached: through `PyGILState_Ensure`, or with a thread state of its own.
const BY_GIL_STATE: usize = 0;
const BY_THREAD_STATE: usize = 1;

/// Whether the interpreter is going away, or is not there.
fn finalizing() -> bool {
    // SAFETY: both functions may be called at any time.
    unsafe {
        match capi::Py_IsFinalizing().or(capi::_Py_IsFinalizing()) {
            Some(finalizing) => finalizing() != 0,
            None => capi::Py_IsInitialized() == 0,
        }
    }
}

/// The thread state of this thread, or null; `None` where that cannot be asked: PyPy has such a
/// function, but only for threads that are attached.
fn thread_state() -> Option<*mut c_void> {
    if facts().pypy {
        return None;
    }
    let get = capi::PyThreadState_GetUnchecked().or(capi::_PyThreadState_UncheckedGet())?;
    // SAFETY: the functions may be called without being attached.
    Some(unsafe { get() })
}

functions! {
    fn detach(; context) -> ThreadState {
        ThreadState(capi::PyEval_SaveThread())
    }

    fn reattach(state: ThreadState; context) {
        capi::PyEval_RestoreThread(state.0)
    }

    fn thread_attach(attachment: *mut Attachment; context) -> Status {
        if finalizing() {
            return Status::FAILED;
        }
        let home = Home::of(context);
        if home.interpreter_state.is_null() || home.main {
            let state = capi::PyGILState_Ensure();
            *attachment = Attachment { kind: BY_GIL_STATE, state: state as usize as *mut c_void };
            return Status::OK;
        }
        let Some(new) = capi::PyThreadState_New() else { return Status::FAILED };
        let state = new(home.interpreter_state);
        if state.is_null() {
            return Status::FAILED;
        }
        capi::PyEval_RestoreThread(state);
        *attachment = Attachment { kind: BY_THREAD_STATE, state };
        Status::OK
    }

    fn thread_detach(attachment: Attachment; context) {
        if attachment.kind == BY_GIL_STATE {
            capi::PyGILState_Release(attachment.state as usize as i32);
        } else {
            capi::PyThreadState_Clear(attachment.state);
            capi::PyThreadState_DeleteCurrent();
        }
    }

    fn thread_attached(; context) -> u32 {
        let home = Home::of(context);
        match thread_state() {
            Some(state) if home.interpreter_state.is_null() => u32::from(!state.is_null()),
            Some(state) if state.is_null() => 0,
            Some(state) => match capi::PyThreadState_GetInterpreter() {
                Some(get) if get(state) != home.interpreter_state => 2,
                _ => 1,
            },
            None => capi::PyGILState_Check().map_or(0, |check| u32::from(check() != 0)),
        }
    }

    fn check_signals(; context) -> Status {
        capi::PyErr_CheckSignals()
    }

    fn recursion_enter(place: *const c_char; context) -> Status {
        // Up to 3.13 at least it answers 1 for failure, not -1.
        if capi::Py_EnterRecursiveCall(place).0 == 0 { Status::OK } else { Status::FAILED }
    }

    fn recursion_leave(; context) {
        capi::Py_LeaveRecursiveCall()
    }
}

/// The current interpreter, or null where there is only one.
pub(crate) fn interpreter_state() -> *mut c_void {
    // SAFETY: the caller is attached.
    capi::PyInterpreterState_Get().map_or(null_mut(), |get| unsafe { get() })
}
