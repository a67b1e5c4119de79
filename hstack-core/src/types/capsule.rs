//! Capsules: pointers between native modules.

use super::Capsule;
use crate::error::Result;
use crate::exceptions::ValueError;
use crate::frame::Frame;
use crate::handle::Handle;
use core::ffi::c_void;
use std::ffi::CStr;
use std::ptr::NonNull;

impl<'f> Frame<'f> {
    /// A capsule that owns a value: its pointer is that of the value, which is dropped with it, on
    /// whichever thread that is.
    ///
    /// # Errors
    /// `MemoryError`, and `ValueError` for a name that starts with `hstack.`, whose capsules hstack trusts.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// # use hstack::types::Capsule;
    /// #[repr(C)]
    /// struct Api {
    ///     version: u32,
    ///     add: extern "C" fn(i32, i32) -> i32,
    /// }
    /// extern "C" fn add(a: i32, b: i32) -> i32 {
    ///     a + b
    /// }
    ///
    /// fn export<'f>(f: &Frame<'f>) -> Result<Handle<'f, Capsule>> {
    ///     f.capsule(c"mymodule._API", Api { version: 1, add })
    /// }
    /// ```
    #[inline]
    pub fn capsule<'n, T: Send + 'static>(
        &self,
        name: impl Into<Option<&'n CStr>>,
        value: T,
    ) -> Result<Handle<'f, Capsule>> {
        self.capsule_with_destructor(name, value, drop)
    }

    /// A capsule that owns a value, which `destructor` gets in the end.
    ///
    /// # Errors
    /// As [`Frame::capsule`].
    #[inline]
    pub fn capsule_with_destructor<'n, T: Send + 'static>(
        &self,
        name: impl Into<Option<&'n CStr>>,
        value: T,
        destructor: impl FnOnce(T) + Send + 'static,
    ) -> Result<Handle<'f, Capsule>> {
        let name = name.into();
        if name.is_some_and(|name| name.to_bytes().starts_with(b"hstack.")) {
            return Err(ValueError::new_err(
                "the names of capsules that start with 'hstack.' are hstack's own: choose another one",
            ));
        }
        self.keep(self.api().capsule(name, value, destructor))
    }

    /// A capsule of a pointer.
    ///
    /// # Errors
    /// `MemoryError`; then nobody calls `destructor`.
    ///
    /// # Safety
    /// `destructor` may be called with the pointer, once, on any thread. What knows capsules by this name
    /// gets the pointer that it expects.
    #[inline]
    pub unsafe fn capsule_with_pointer<'n>(
        &self,
        name: impl Into<Option<&'n CStr>>,
        pointer: NonNull<c_void>,
        destructor: Option<unsafe extern "C" fn(*mut c_void)>,
    ) -> Result<Handle<'f, Capsule>> {
        // SAFETY: passed on to the caller.
        self.keep(unsafe { self.api().capsule_of(name.into(), pointer.as_ptr(), destructor) })
    }

    /// Imports the capsule of a dotted name, such as `datetime.datetime_CAPI`: its pointer.
    ///
    /// # Errors
    /// `ImportError` or `AttributeError` when it is not there or has another name.
    #[inline]
    pub fn import_capsule(&self, name: &CStr) -> Result<NonNull<c_void>> {
        self.api().capsule_imported(name)
    }
}

impl<'f> Handle<'f, Capsule> {
    /// The pointer, when the capsule has this name (`None`: no name).
    ///
    /// # Errors
    /// `ValueError` when it has another name.
    #[inline]
    pub fn pointer<'n>(self, f: &Frame<'f>, name: impl Into<Option<&'n CStr>>) -> Result<NonNull<c_void>> {
        f.api().capsule_data(self.live(), name.into())
    }

    /// What the pointer points to, when the capsule has this name.
    ///
    /// # Errors
    /// `ValueError` when it has another name.
    ///
    /// # Safety
    /// A capsule of this name points to a `T` that lives as long as it and that nobody changes.
    #[inline]
    pub unsafe fn reference<'n, T>(self, f: &Frame<'f>, name: impl Into<Option<&'n CStr>>) -> Result<&'f T> {
        // SAFETY: the caller's promise; the frame keeps the capsule alive.
        Ok(unsafe { self.pointer(f, name)?.cast().as_ref() })
    }

    /// Whether the capsule has this name.
    #[inline]
    pub fn is_valid<'n>(self, f: &Frame<'f>, name: impl Into<Option<&'n CStr>>) -> bool {
        self.pointer(f, name).is_ok()
    }
}
