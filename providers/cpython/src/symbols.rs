//! How the C symbols of [`crate::capi`] are found and called.
//!
//! [`symbols!`] makes, from one list, the struct of addresses, the code that fills it once, and one
//! function of the symbol's own name for each. Everything else calls those functions and does not
//! know that the addresses were looked up, so that another linking can replace this file alone.

use crate::platform;
use core::ffi::{CStr, c_void};
use std::ffi::CString;

/// The address of an interpreter's symbol: under its own name, or under the one that PyPy gives it.
pub(crate) fn find(name: &str) -> *mut c_void {
    let plain = look_up(name);
    if !plain.is_null() {
        return plain;
    }
    match name.strip_prefix("_Py") {
        Some(rest) => look_up(&format!("_PyPy{rest}")),
        None => match name.strip_prefix("Py") {
            Some(rest) => look_up(&format!("PyPy{rest}")),
            None => core::ptr::null_mut(),
        },
    }
}

fn look_up(name: &str) -> *mut c_void {
    let name = CString::new(name).expect("symbol names have no NUL");
    platform::find(AsRef::<CStr>::as_ref(&name))
}

/// Which optional symbols are used: those that appeared in this version or before. The test aid
/// `HSTACK_CPYTHON_SYMBOLS` lowers it.
#[derive(Clone, Copy)]
pub(crate) struct Newest(pub(crate) (u32, u32));

impl Newest {
    /// Every symbol that is there.
    pub(crate) const ALL: Newest = Newest((u32::MAX, 0));

    pub(crate) fn find(self, since: (u32, u32), name: &str) -> *mut c_void {
        if since > self.0 { core::ptr::null_mut() } else { find(name) }
    }
}

macro_rules! symbols {
    (
        required { $(fn $required:ident($($rarg:ident: $rty:ty),* $(, ...)?) $(-> $rret:ty)?;)* }
        optional { $($since:tt fn $optional:ident($($oarg:ident: $oty:ty),*) $(-> $oret:ty)?;)* }
        exceptions { $($exception:ident)* }
        types { $($type:ident)* }
    ) => {
        /// The addresses of the interpreter's functions, exceptions and types.
        #[allow(non_snake_case)]
        struct Symbols {
            $($required: unsafe extern "C-unwind" fn($($rty),*) $(-> $rret)?,)*
            $($optional: Option<unsafe extern "C-unwind" fn($($oty),*) $(-> $oret)?>,)*
            $($exception: *const Ref,)*
            $($type: Ref,)*
        }

        struct Place(core::cell::UnsafeCell<core::mem::MaybeUninit<Symbols>>);

        // SAFETY: it is written once, before anything reads it: see `fill`.
        unsafe impl Sync for Place {}

        static PLACE: Place = Place(core::cell::UnsafeCell::new(core::mem::MaybeUninit::uninit()));
        static FILLED: std::sync::Once = std::sync::Once::new();

        #[inline(always)]
        fn table() -> &'static Symbols {
            // SAFETY: nothing of this crate runs before `fill` succeeded, except `fill` itself.
            unsafe { (*PLACE.0.get()).assume_init_ref() }
        }

        /// Looks every symbol up, the first time.
        ///
        /// # Errors
        /// The name of a required symbol that the process does not have.
        pub(crate) fn fill(newest: Newest) -> Result<(), &'static str> {
            if FILLED.is_completed() {
                return Ok(());
            }
            // SAFETY: the types are those of CPython's headers, the same in every supported
            // version and in PyPy; an optional symbol is null where it is missing.
            let symbols = unsafe {
                Symbols {
                    $($required: {
                        let address = find(stringify!($required));
                        if address.is_null() {
                            return Err(stringify!($required));
                        }
                        core::mem::transmute::<*mut c_void, unsafe extern "C-unwind" fn($($rty),*) $(-> $rret)?>(address)
                    },)*
                    $($optional: core::mem::transmute::<
                        *mut c_void,
                        Option<unsafe extern "C-unwind" fn($($oty),*) $(-> $oret)?>,
                    >(newest.find($since, stringify!($optional))),)*
                    $($exception: {
                        let address = find(stringify!($exception));
                        if address.is_null() {
                            return Err(stringify!($exception));
                        }
                        address.cast()
                    },)*
                    $($type: match core::ptr::NonNull::new(find(stringify!($type))) {
                        Some(address) => Ref(address.cast()),
                        None => return Err(stringify!($type)),
                    },)*
                }
            };
            // SAFETY: this runs once, and readers come after it.
            FILLED.call_once(|| unsafe { (*PLACE.0.get()).write(symbols); });
            Ok(())
        }

        /// The required functions as the dynamic linker binds them, for a binary that is bound to one
        /// Python.
        #[cfg(feature = "direct")]
        mod linked {
            use super::*;
            unsafe extern "C-unwind" {
                $(#[allow(clashing_extern_declarations)] pub(super) fn $required($($rarg: $rty),*) $(-> $rret)?;)*
            }
        }

        $(
            #[inline(always)]
            #[allow(non_snake_case)]
            pub(crate) unsafe fn $required($($rarg: $rty),*) $(-> $rret)? {
                // SAFETY: passed on to the caller: the contract of the C function.
                unsafe {
                    #[cfg(feature = "direct")]
                    return linked::$required($($rarg),*);
                    #[cfg(not(feature = "direct"))]
                    (table().$required)($($rarg),*)
                }
            }
        )*
        $(
            #[inline(always)]
            #[allow(non_snake_case)]
            pub(crate) fn $optional() -> Option<unsafe extern "C-unwind" fn($($oty),*) $(-> $oret)?> {
                table().$optional
            }
        )*
        $(
            #[inline(always)]
            #[allow(non_snake_case)]
            pub(crate) fn $exception() -> Ref {
                // SAFETY: the variable holds an exception class from the start of the interpreter on.
                unsafe { *table().$exception }
            }
        )*
        $(
            #[inline(always)]
            #[allow(non_snake_case)]
            pub(crate) fn $type() -> Ref {
                table().$type
            }
        )*

        /// The address of a required function, for the table.
        #[allow(non_snake_case)]
        pub(crate) mod address {
            use super::*;
            $(
                #[allow(dead_code)]
                pub(crate) fn $required() -> Option<*const c_void> {
                    Some(table().$required as *const c_void)
                }
            )*
            $(
                #[allow(dead_code)]
                pub(crate) fn $optional() -> Option<*const c_void> {
                    table().$optional.map(|function| function as *const c_void)
                }
            )*
        }
    };
}
pub(crate) use symbols;
