//! How the interpreter is called, and how every function of the table is wrapped.
//!
//! CPython up to 3.13 ends a thread that comes back to it during shutdown with `pthread_exit`, a
//! forced unwind. One that passes through Rust frames aborts the process. So a guard on the stack
//! parks the thread for ever instead: the interpreter is going away, and a thread that never runs
//! again is what later versions do by themselves.
//!
//! There is one around each call of the interpreter, so that nothing is dropped on the way to it and
//! the callers need no code for that; and one around each function of the table, for a panic. Where
//! nothing can panic, it costs nothing.
//!
//! The functions are `extern "C-unwind"` although they never unwind: in an `extern "C"` function, Rust
//! lets a forced unwind pass without running what is dropped on its way.

use crate::platform;

/// Parks the thread when it is unwound; forgotten when it is not.
struct Park;

impl Drop for Park {
    #[inline(always)]
    fn drop(&mut self) {
        park()
    }
}

#[cold]
#[inline(never)]
extern "C" fn park() -> ! {
    // A panic of Rust code is a bug, and nothing above could catch it.
    if std::thread::panicking() {
        std::process::abort()
    }
    platform::park()
}

/// Runs `body`; a thread that is unwound in it is parked.
#[inline(always)]
pub(crate) fn guarded<R>(body: impl FnOnce() -> R) -> R {
    let park = Park;
    let result = body();
    core::mem::forget(park);
    result
}

/// Functions that call another one in a guard. They are not in line: what calls one last jumps there,
/// and needs no code of its own for an unwind.
macro_rules! calls {
    ($($name:ident($($arg:ident: $type:ident),*);)*) => { $(
        /// # Safety
        /// The contract of the function.
        #[cfg(not(feature = "direct"))]
        #[inline(never)]
        pub(crate) unsafe extern "C-unwind" fn $name<$($type,)* R>(
            $($arg: $type,)*
            function: unsafe extern "C-unwind" fn($($type),*) -> R,
        ) -> R {
            // SAFETY: passed on to the caller.
            guarded(|| unsafe { function($($arg),*) })
        }
    )* };
}
calls! {
    call0();
    call1(a: A);
    call2(a: A, b: B);
    call3(a: A, b: B, c: C);
    call4(a: A, b: B, c: C, d: D);
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

/// Defines functions of the table that are one of the interpreter's:
/// `fn name(argument: Type) -> Type = PyFunction;`.
macro_rules! passed {
    ($($(#[$meta:meta])* fn $name:ident($($arg:ident: $ty:ty),*) -> $ret:ty = $function:ident;)*) => { $(
        $(#[$meta])*
        #[allow(clippy::missing_safety_doc, missing_docs)]
        #[inline]
        pub unsafe extern "C-unwind" fn $name($($arg: $ty,)* _: *const hstack_sys::Context) -> $ret {
            // SAFETY: the caller keeps the contract of the table: live references, an attached thread.
            unsafe {
                #[cfg(feature = "direct")]
                return $crate::capi::$function($($arg),*);
                #[cfg(not(feature = "direct"))]
                $crate::guard::passed!(@ ($($arg),*) $crate::capi::table().$function)
            }
        }
    )* };
    (@ () $function:expr) => { $crate::guard::call0($function) };
    (@ ($a:ident) $function:expr) => { $crate::guard::call1($a, $function) };
    (@ ($a:ident, $b:ident) $function:expr) => { $crate::guard::call2($a, $b, $function) };
    (@ ($a:ident, $b:ident, $c:ident) $function:expr) => { $crate::guard::call3($a, $b, $c, $function) };
    (@ ($a:ident, $b:ident, $c:ident, $d:ident) $function:expr) => {
        $crate::guard::call4($a, $b, $c, $d, $function)
    };
}
pub(crate) use passed;
