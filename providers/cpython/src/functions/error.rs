//! Exceptions and warnings.

use crate::capi;
use crate::facts::{facts, type_of};
use crate::guard::functions;
use crate::owned::{self, Owned};
use crate::raise::text;
use core::cell::Cell;
use core::ffi::c_int;
use core::ptr::{NonNull, null_mut};
use core::sync::atomic::{AtomicPtr, Ordering};
use hstack_sys::{Constant, Flag, Object, Ref, Status};

/// PyPy: stands for a `RecursionError` that is left pending.
static DEEPEST: AtomicPtr<Object> = AtomicPtr::new(null_mut());

thread_local! {
    /// PyPy: whether one is.
    static LEFT: Cell<bool> = const { Cell::new(false) };
}

/// Makes what [`take`] needs where the stack ends.
///
/// # Safety
/// Attached; the class is `RecursionError`.
pub(crate) unsafe fn prepare(class: Ref) -> Option<()> {
    if facts().pypy && DEEPEST.load(Ordering::Acquire).is_null() {
        // SAFETY: attached. There is one interpreter: the exception is never closed.
        unsafe {
            let message = Owned::new(text("maximum recursion depth exceeded"))?;
            let exception = capi::PyObject_VectorcallDict(class, &message.get(), 1, None)?;
            DEEPEST.store(exception.0.as_ptr().cast(), Ordering::Release);
        }
    }
    Some(())
}

/// PyPy: the exception in place of which a `RecursionError` is pending now, if the stack is nearly used
/// up. There `PyErr_Fetch` would find no room for itself, and end the process for it; an extension in C
/// that only returns the error does not meet that.
#[cold]
#[inline(never)]
unsafe fn deepest() -> Option<Ref> {
    /// What fetching and normalizing need: 16 KiB are too few.
    const FETCH: usize = 32 << 10;
    // SAFETY: attached. Where there is no room, the exception that is pending stays one of its kind.
    let deep = unsafe { !super::recursion::has::<FETCH>() };
    let exception = NonNull::new(DEEPEST.load(Ordering::Acquire)).filter(|_| deep)?;
    LEFT.set(true);
    // SAFETY: never closed.
    Some(unsafe { owned::dup(Ref(exception)) })
}

/// Takes the pending exception out, normalized and with its traceback.
pub(crate) unsafe fn take() -> Option<Ref> {
    // SAFETY: attached.
    unsafe {
        if let Some(get) = capi::PyErr_GetRaisedException() {
            return get();
        }
        if facts().pypy
            && let Some(exception) = deepest()
        {
            return Some(exception);
        }
        let (mut class, mut value, mut traceback) = (None, None, None);
        capi::PyErr_Fetch(&mut class, &mut value, &mut traceback);
        class?;
        capi::PyErr_NormalizeException(&mut class, &mut value, &mut traceback);
        if let (Some(value), Some(traceback)) = (value, traceback) {
            capi::PyException_SetTraceback(value, traceback);
        }
        for part in [class, traceback].into_iter().flatten() {
            owned::close(part);
        }
        value
    }
}

/// Makes an exception pending.
pub(crate) unsafe fn restore(exception: Ref) {
    if facts().pypy && LEFT.replace(false) && exception.0.as_ptr() == DEEPEST.load(Ordering::Acquire) {
        return;
    }
    // SAFETY: attached; the reference is live. What the C functions steal is dupped first.
    unsafe {
        match capi::PyErr_SetRaisedException() {
            Some(set) => set(Some(owned::dup(exception))),
            None => capi::PyErr_Restore(
                Some(owned::dup(type_of(exception))),
                Some(owned::dup(exception)),
                capi::PyException_GetTraceback(exception),
            ),
        }
    }
}

functions! {
    fn error_set(class: Ref, value: Option<Ref>; context) {
        match value {
            Some(value) => capi::PyErr_SetObject(class, Some(value)),
            None => capi::PyErr_SetNone(class),
        }
    }

    fn error_take(exception: *mut Option<Ref>; context) -> Flag {
        *exception = take();
        Flag((*exception).is_some().into())
    }

    fn error_restore(exception: Ref; context) {
        restore(exception)
    }

    fn error_pending(; context) -> Flag {
        Flag(crate::raise::pending().into())
    }

    fn error_matches(exception: Ref, class: Ref; context) -> Flag {
        Flag(capi::PyErr_GivenExceptionMatches(exception, class))
    }

    fn error_print(exception: Ref; context) {
        if let Some(display) = capi::PyErr_DisplayException() {
            display(exception);
        } else if let Some(display) = capi::PyErr_Display() {
            let traceback = Owned::new(capi::PyException_GetTraceback(exception));
            display(Some(type_of(exception)), Some(exception), traceback.as_ref().map(Owned::get));
        }
        if crate::raise::pending() {
            capi::PyErr_Clear();
        }
    }

    fn error_unraisable(exception: Ref, object: Option<Ref>; context) {
        restore(exception);
        capi::PyErr_WriteUnraisable(object);
    }

    fn warn(category: Ref, message: Ref, stack_level: isize; context) -> Status {
        let Some(message) = Owned::new(capi::PyObject_Str(message)) else { return Status::FAILED };
        let mut len = 0;
        let text = capi::PyUnicode_AsUTF8AndSize(message.get(), &mut len);
        if text.is_null() {
            return Status::FAILED;
        }
        capi::PyErr_WarnEx(category, text, stack_level)
    }

    fn warn_explicit(
        category: Ref, message: Ref, filename: Ref, line: c_int, module: Ref; context
    ) -> Status {
        if let Some(warn) = capi::PyErr_WarnExplicitObject() {
            let none = (*context).constants[Constant::None as usize];
            return warn(category, message, filename, line, Some(module).filter(|&m| Some(m) != none), None);
        }
        let done = (|| {
            let warnings = Owned::new(capi::PyImport_ImportModule(c"warnings".as_ptr()))?;
            let name = Owned::new(text("warn_explicit"))?;
            let line = Owned::new(capi::PyLong_FromLongLong(line.into()))?;
            let arguments = [warnings.get(), message, category, filename, line.get(), module];
            Owned::new(capi::PyObject_VectorcallMethod(name.get(), arguments.as_ptr(), arguments.len(), None))
        })();
        if done.is_some() { Status::OK } else { Status::FAILED }
    }
}
