//! `tp_finalize`

use crate::error::{Error, Result};
use crate::ffi::entry::{lent, run_in};
use crate::ffi::{Ctx, contexts};
use crate::frame::{Frame, enter};
use crate::handle::Handle;
use crate::types::Any;
use core::ffi::c_int;
use hstack_sys::Ref;

/// `tp_finalize`: an object in. It may come while an exception is pending, which stays pending; an error
/// of its own is unraisable. An object that outlives its module has no frame to run in, so nothing is
/// called then.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn finalize(this: Ref, body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>) -> Result) {
    let Some(ctx) = contexts::context_if_any(this) else { return };
    // SAFETY: the interpreter calls the slot attached, with an object that it keeps alive meanwhile.
    unsafe {
        let pending = take_pending(ctx);
        let code: c_int = run_in(ctx, |f| body(f, lent(f, this)).map(|()| 0));
        if code < 0 {
            report(ctx, this);
        }
        if let Some(pending) = pending {
            enter(ctx, |f| pending.restore(f));
        }
    }
}

#[inline]
unsafe fn take_pending(ctx: Ctx) -> Option<Error> {
    // SAFETY: attached.
    unsafe { enter(ctx, |f| Error::take_pending(f)) }
}

/// Hands the pending exception to `sys.unraisablehook`.
#[cold]
#[inline]
unsafe fn report(ctx: Ctx, this: Ref) {
    // SAFETY: attached, and the object is alive.
    unsafe { enter(ctx, |f| Error::take(f).write_unraisable(f, Some(lent(f, this)))) }
}
