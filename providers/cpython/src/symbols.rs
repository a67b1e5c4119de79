//! How the C symbols of [`crate::capi`] are found and called.
//!
//! [`symbols!`] makes, from one list, the struct of addresses, the names by which a loop fills it once,
//! and one function of the symbol's own name for each. Everything else calls those functions and does
//! not know that the addresses were looked up, so that another linking can replace this file alone.

use crate::platform;
use core::ffi::{CStr, c_char, c_void};

/// Longer than every name, with PyPy's prefix and the end mark.
const LONGEST: usize = 64;

/// The address of an interpreter's symbol: under its own name, or under the one that PyPy gives it.
#[inline(never)]
pub(crate) fn find(name: &CStr) -> *mut c_void {
    let plain = platform::find(name);
    let name = name.to_bytes_with_nul();
    let (prefix, rest): (&[u8], &[u8]) = match name {
        [b'P', b'y', rest @ ..] => (b"PyPy", rest),
        [b'_', b'P', b'y', rest @ ..] => (b"_PyPy", rest),
        _ => return plain,
    };
    let len = prefix.len() + rest.len();
    if !plain.is_null() || len > LONGEST {
        return plain;
    }
    let mut other = [0; LONGEST];
    other[..prefix.len()].copy_from_slice(prefix);
    other[prefix.len()..len].copy_from_slice(rest);
    // SAFETY: the rest of a C string, and so this, ends with its NUL.
    platform::find(unsafe { CStr::from_ptr(other.as_ptr().cast()) })
}

/// The names in a text, each with a NUL behind it. One text needs no relocation for each of them.
pub(crate) fn names(text: &'static str) -> impl Iterator<Item = &'static CStr> {
    let mut rest = text.as_bytes();
    core::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        // SAFETY: the rest is a part of the text that ends with a NUL.
        let name = unsafe { CStr::from_ptr(rest.as_ptr().cast::<c_char>()) };
        rest = rest.get(name.count_bytes() + 1..)?;
        Some(name)
    })
}

/// Which optional symbols are used: those that appeared in this version or before. The test aid
/// `HSTACK_CPYTHON_SYMBOLS` lowers it.
#[derive(Clone, Copy)]
pub(crate) struct Newest(pub(crate) (u32, u32));

impl Newest {
    /// Every symbol that is there.
    pub(crate) const ALL: Newest = Newest((u32::MAX, 0));

    /// Finds the symbols of [`names`]. `since` has the minor version in which each appeared, and 0
    /// for those that every Python has.
    pub(crate) fn fill(
        self,
        words: &mut [*mut c_void],
        text: &'static str,
        since: &[u8],
    ) -> Result<(), &'static CStr> {
        for ((word, name), &since) in words.iter_mut().zip(names(text)).zip(since) {
            let hidden = since != 0 && (3, u32::from(since)) > self.0;
            *word = if hidden { core::ptr::null_mut() } else { find(name) };
            if since == 0 && word.is_null() {
                return Err(name);
            }
        }
        Ok(())
    }
}

macro_rules! symbols {
    (
        required { $(fn $required:ident($($rarg:ident: $rty:ty),*) $(-> $rret:ty)?;)* }
        required_leaves { $(fn $leaf:ident($($larg:ident: $lty:ty),*) $(-> $lret:ty)?;)* }
        optional { $((3, $since:literal) fn $optional:ident($($oarg:ident: $oty:ty),*) $(-> $oret:ty)?;)* }
        exceptions { $($exception:ident)* }
        types { $($type:ident)* }
    ) => {
        /// The addresses of the interpreter's functions, exceptions and types: words, in the order of
        /// [`NAMES`].
        #[allow(non_snake_case)]
        #[repr(C)]
        pub(crate) struct Symbols {
            $(pub(crate) $required: unsafe extern "C-unwind" fn($($rty),*) $(-> $rret)?,)*
            $(pub(crate) $leaf: unsafe extern "C" fn($($lty),*) $(-> $lret)?,)*
            $(pub(crate) $optional: Option<unsafe extern "C-unwind" fn($($oty),*) $(-> $oret)?>,)*
            $($exception: *const Ref,)*
            $($type: Ref,)*
        }

        const NAMES: &str = concat!(
            $(stringify!($required), "\0",)*
            $(stringify!($leaf), "\0",)*
            $(stringify!($optional), "\0",)*
            $(stringify!($exception), "\0",)*
            $(stringify!($type), "\0",)*
        );

        const COUNT: usize = size_of::<Symbols>() / size_of::<usize>();

        /// Both for [`Newest::fill`].
        static SINCE: [u8; COUNT] = [
            $({ stringify!($required); 0 },)*
            $({ stringify!($leaf); 0 },)*
            $($since,)*
            $({ stringify!($exception); 0 },)*
            $({ stringify!($type); 0 },)*
        ];

        struct Place(core::cell::UnsafeCell<core::mem::MaybeUninit<Symbols>>);

        // SAFETY: it is written once, before anything reads it: see `fill`.
        unsafe impl Sync for Place {}

        static PLACE: Place = Place(core::cell::UnsafeCell::new(core::mem::MaybeUninit::uninit()));
        static FILLED: std::sync::Mutex<bool> = std::sync::Mutex::new(false);

        #[inline(always)]
        pub(crate) fn table() -> &'static Symbols {
            // SAFETY: nothing of this crate runs before `fill` succeeded, except `fill` itself.
            unsafe { (*PLACE.0.get()).assume_init_ref() }
        }

        /// Looks every symbol up, the first time.
        ///
        /// # Errors
        /// The name of a required symbol that the process does not have.
        pub(crate) fn fill(newest: Newest) -> Result<(), &'static core::ffi::CStr> {
            let mut words = [core::ptr::null_mut(); COUNT];
            newest.fill(&mut words, NAMES, &SINCE)?;
            // SAFETY: the struct has the words' layout. Its types are those of CPython's headers, the
            // same in every supported version and in PyPy; where null is no value there is none.
            let symbols = unsafe { core::mem::transmute::<[*mut c_void; COUNT], Symbols>(words) };
            let mut filled = FILLED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            if !core::mem::replace(&mut *filled, true) {
                // SAFETY: this runs once, and readers come after it.
                unsafe { (*PLACE.0.get()).write(symbols); }
            }
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
            unsafe extern "C" {
                $(#[allow(clashing_extern_declarations)] pub(super) fn $leaf($($larg: $lty),*) $(-> $lret)?;)*
            }
        }

        $(
            // What is only passed on is called by its address: see `guard`.
            #[allow(dead_code)]
            #[inline(always)]
            #[allow(non_snake_case)]
            pub(crate) unsafe fn $required($($rarg: $rty),*) $(-> $rret)? {
                // SAFETY: passed on to the caller: the contract of the C function.
                $crate::guard::guarded(|| unsafe {
                    #[cfg(feature = "direct")]
                    return linked::$required($($rarg),*);
                    #[cfg(not(feature = "direct"))]
                    (table().$required)($($rarg),*)
                })
            }
        )*
        $(
            #[inline(always)]
            #[allow(non_snake_case)]
            pub(crate) unsafe fn $leaf($($larg: $lty),*) $(-> $lret)? {
                // SAFETY: passed on to the caller: the contract of the C function.
                unsafe {
                    #[cfg(feature = "direct")]
                    return linked::$leaf($($larg),*);
                    #[cfg(not(feature = "direct"))]
                    (table().$leaf)($($larg),*)
                }
            }
        )*
        $(
            #[inline(always)]
            #[allow(non_snake_case)]
            pub(crate) fn $optional() -> Option<unsafe fn($($oty),*) $(-> $oret)?> {
                /// As the caller of the C function.
                #[inline(always)]
                unsafe fn call($($oarg: $oty),*) $(-> $oret)? {
                    // SAFETY: this is handed out only where the process has the function; the rest is
                    // passed on to the caller.
                    $crate::guard::guarded(|| unsafe { table().$optional.unwrap_unchecked()($($oarg),*) })
                }
                table().$optional.map(|_| call as unsafe fn($($oty),*) $(-> $oret)?)
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
    };
}
pub(crate) use symbols;

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn names_are_taken_apart() {
        let found: Vec<_> = names("one\0two\0\0four\0").collect();
        assert_eq!(found, [c"one", c"two", c"", c"four"]);
    }
}
