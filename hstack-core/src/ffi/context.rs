//! Calling the table with bare words.
//!
//! Our own provider leaves the table empty where it has nothing better than its functions: they are
//! named here, so that the linker keeps those that the extension calls, and no others.

use crate::macros::provider::functions;
use core::ffi::{c_char, c_int, c_void};
use hstack_sys::*;
use std::ptr::NonNull;

/// The context of one module object. Never handed to user code: with it, the interpreter could be
/// called without being attached.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ctx(NonNull<Context>);

macro_rules! callers {
    ({} $($(#[doc = $doc:literal])* $index:literal fn $name:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?;)*) => {
        /// One method for each function of the table.
        ///
        /// # Safety
        /// The thread is attached to the context's interpreter (or the function says that it need not
        /// be), references are alive, and pointers are good for what the function does with them.
        #[allow(
            clippy::missing_safety_doc,
            clippy::too_many_arguments,
            clippy::wrong_self_convention,
            dead_code
        )]
        impl Ctx {
            $(
                #[inline(always)]
                pub(crate) unsafe fn $name(self, $($arg: $ty),*) $(-> $ret)? {
                    // SAFETY: passed on to the caller.
                    #[cfg(feature = "direct")]
                    return unsafe { functions::$name($($arg,)* self.0.as_ptr()) };
                    #[cfg(not(feature = "direct"))]
                    {
                        type Own = unsafe extern "C-unwind" fn($($ty,)* *const Context) $(-> $ret)?;
                        type Function = unsafe extern "C" fn($($ty,)* *const Context) $(-> $ret)?;
                        // SAFETY: the two conventions differ in what may unwind, and the functions of a
                        // provider do not.
                        let own = unsafe { std::mem::transmute::<Own, Function>(functions::$name) };
                        // SAFETY: passed on to the caller. Where the table has none, the context is one
                        // of the provider that is linked in.
                        unsafe { self.get().$name.unwrap_or(own)($($arg,)* self.0.as_ptr()) }
                    }
                }
            )*
        }
    };
}
for_each_function!(callers {});

impl Ctx {
    /// # Safety
    /// `context` is good until its module is gone.
    #[inline(always)]
    pub(crate) unsafe fn new(context: *const Context) -> Self {
        // SAFETY: a context is never null.
        Ctx(unsafe { NonNull::new_unchecked(context.cast_mut()) })
    }

    #[inline(always)]
    pub(crate) fn as_ptr(self) -> *const Context {
        self.0.as_ptr()
    }

    /// The table. The lifetime is a promise of `new`.
    #[inline(always)]
    pub(crate) fn get(&self) -> &Context {
        // SAFETY: promised to `new`.
        unsafe { self.0.as_ref() }
    }

    /// A constant, or null where the running Python has none.
    #[inline(always)]
    pub(crate) fn constant(&self, constant: Constant) -> Option<Ref> {
        self.get().constants[constant as usize]
    }

    /// `None`, which every Python has.
    #[inline(always)]
    pub(crate) fn none(&self) -> Ref {
        // SAFETY: a provider fills the singletons and the types before it hands a context out.
        unsafe { self.constant(Constant::None).unwrap_unchecked() }
    }
}
