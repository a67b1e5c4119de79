//! Threads and interpreters.

use crate::capi;
use crate::facts::facts;
use crate::guard::functions;
use crate::home::Home;
use core::cell::Cell;
use core::ffi::c_void;
use core::ptr::null_mut;
use hstack_sys::{Attachment, Status, ThreadState};

// How `thread_attach` attached, in the lowest bits of `Attachment::kind`: with a thread state that it
// made, or with the one that the thread has (else through `PyGILState_Ensure`), and on a thread that
// had given up the interpreter before. The rest of it is what `ATTACHED` was.
const BY_NEW_STATE: usize = 1;
const BY_OLD_STATE: usize = 2;
const AFTER_DETACH: usize = 4;
const BITS: usize = BY_NEW_STATE | BY_OLD_STATE | AFTER_DETACH;

thread_local! {
    /// Whether this thread gave up the interpreter with `detach`, and has not taken it again.
    static DETACHED: Cell<bool> = const { Cell::new(false) };
    /// The thread state that `thread_attach` made for this thread, or 0.
    static ATTACHED: Cell<usize> = const { Cell::new(0) };
}

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
    let state = unsafe { get() };
    Some(if facts().version < (3, 12) { own_state(state) } else { state })
}

/// Before 3.12 that is the state of whichever thread runs: it itself when it is this thread's, else
/// null.
fn own_state(running: *mut c_void) -> *mut c_void {
    let (Some(mine), Some(interpreter)) =
        (capi::PyGILState_GetThisThreadState(), capi::PyThreadState_GetInterpreter())
    else {
        return running;
    };
    // SAFETY: this function may be called without being attached.
    let mine = unsafe { mine() };
    if running == mine || running.addr() == ATTACHED.get() {
        return running;
    }
    if running.is_null() || mine.is_null() || DETACHED.get() {
        return null_mut();
    }
    // Either other code made this thread give up the interpreter, or made it run another one with a
    // second state.
    // SAFETY: this thread's own state lives. So does the other one while its thread runs; that this is
    // not this thread, and that it ends just now, takes other code that detached this thread.
    if unsafe { interpreter(running) == interpreter(mine) } { null_mut() } else { running }
}

/// The state that this thread has of an interpreter, when that is what `PyGILState` knows it by. It
/// must not have a second one of the same interpreter then: debug builds end the process.
fn state_of(interpreter: *mut c_void) -> Option<*mut c_void> {
    let (mine, of) = (capi::PyGILState_GetThisThreadState()?, capi::PyThreadState_GetInterpreter()?);
    // SAFETY: the first may be called at any time; a thread's own state lives.
    unsafe {
        let mine = mine();
        (!mine.is_null() && of(mine) == interpreter).then_some(mine)
    }
}

functions! {
    fn check_signals(; context) -> Status {
        let status = capi::PyErr_CheckSignals();
        // PyPy's does nothing: signals are handled between two instructions of Python code.
        if status == Status::OK && facts().pypy { super::module::one_instruction() } else { status }
    }

    fn detach(; context) -> ThreadState {
        let state = capi::PyEval_SaveThread();
        DETACHED.set(true);
        ThreadState(state)
    }

    fn reattach(state: ThreadState; context) {
        capi::PyEval_RestoreThread(state.0);
        DETACHED.set(false);
    }

    fn thread_attach(attachment: *mut Attachment; context) -> Status {
        if finalizing() {
            return Status::FAILED;
        }
        let home = Home::of(context);
        if home.interpreter_state.is_null() || home.main {
            let state = capi::PyGILState_Ensure();
            let kind = ATTACHED.get() | if DETACHED.replace(false) { AFTER_DETACH } else { 0 };
            *attachment = Attachment { kind, state: state as usize as *mut c_void };
            return Status::OK;
        }
        let old = state_of(home.interpreter_state);
        let (how, state) = match (old, capi::PyThreadState_New()) {
            (Some(old), _) => (BY_OLD_STATE, old),
            (None, Some(new)) => (BY_NEW_STATE, new(home.interpreter_state)),
            (None, None) => return Status::FAILED,
        };
        if state.is_null() {
            return Status::FAILED;
        }
        capi::PyEval_RestoreThread(state);
        let before = ATTACHED.replace(state.addr());
        let kind = before | how | if DETACHED.replace(false) { AFTER_DETACH } else { 0 };
        *attachment = Attachment { kind, state };
        Status::OK
    }

    fn thread_detach(attachment: Attachment; context) {
        if attachment.kind & BY_NEW_STATE != 0 {
            capi::PyThreadState_Clear(attachment.state);
            capi::PyThreadState_DeleteCurrent();
        } else if attachment.kind & BY_OLD_STATE != 0 {
            capi::PyEval_SaveThread();
        } else {
            capi::PyGILState_Release(attachment.state as usize as i32);
        }
        ATTACHED.set(attachment.kind & !BITS);
        DETACHED.set(attachment.kind & AFTER_DETACH != 0);
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
}

/// PyPy makes its lock when Python starts the first thread; until then it is fatal when one of ours
/// attaches while another one is.
///
/// # Safety
/// Attached.
pub(crate) unsafe fn prepare() {
    if let Some(start) = facts().pypy.then(capi::PyEval_InitThreads).flatten() {
        // SAFETY: attached.
        unsafe { start() }
    }
}

/// The current interpreter, or null where there is only one.
pub(crate) fn interpreter_state() -> *mut c_void {
    // SAFETY: the caller is attached.
    capi::PyInterpreterState_Get().map_or(null_mut(), |get| unsafe { get() })
}
