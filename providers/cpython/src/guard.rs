//! How every function of the table is wrapped.
//!
//! CPython up to 3.13 ends a thread that comes back to it during shutdown with `pthread_exit`, a
//! forced unwind. One that passes through Rust frames aborts the process. So a guard on the stack of
//! every table function parks the thread for ever instead: the interpreter is going away, and a
//! thread that never runs again is what later versions do by themselves.
//!
//! The functions are `extern "C-unwind"` although they never unwind: in an `extern "C"` function, Rust
//! lets a forced unwind pass without running what is dropped on its way.

use crate::platform;

/// Parks the thread when it is unwound; forgotten when it is not.
struct Park;

impl Drop for Park {
    #[cold]
    #[inline(never)]
    fn drop(&mut self) {
        // A panic of Rust code is a bug, and nothing above could catch it.
        if std::thread::panicking() {
            std::process::abort()
        }
        platform::park()
    }
}

/// Runs `body`; a thread that is unwound in it is parked.
#[inline(always)]
pub(crate) fn guarded<R>(body: impl FnOnce() -> R) -> R {
    let park = Park;
    let result = body();
    core::mem::forget(park);
    result
}

/// Defines functions of the table: `fn name(argument: Type; context) -> Type { body }`. The
/// context argument that every one of them takes last gets the name that is written there.
macro_rules! functions {
    ($($(#[$meta:meta])* fn $name:ident($($arg:ident: $ty:ty),*; $context:ident) $(-> $ret:ty)? $body:block)*) => { $(
        $(#[$meta])*
        #[allow(unused_variables, clippy::too_many_arguments, clippy::missing_safety_doc, missing_docs)]
        #[inline]
        pub unsafe extern "C-unwind" fn $name(
            $($arg: $ty,)*
            $context: *const hstack_sys::Context
        ) $(-> $ret)? {
            // SAFETY: the caller keeps the contract of the table: live references, an attached thread.
            #[allow(unused_unsafe)]
            $crate::guard::guarded(|| $(-> $ret)? { unsafe { $body } })
        }
    )* };
}
pub(crate) use functions;
