//! Table functions that take or give memory: bytearrays, capsules, source text.

use super::{Api, Live, Raw};
use crate::convert::Temp;
use crate::error::Result;
use core::ffi::c_void;
use std::ffi::CStr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::{NonNull, null};

fn pointer(text: Option<&CStr>) -> *const core::ffi::c_char {
    text.map_or(null(), CStr::as_ptr)
}

/// A value in a capsule. The value comes first: the capsule's pointer points to it.
#[repr(C)]
struct Content<T, D> {
    value: T,
    destructor: D,
}

/// What a capsule calls when it is collected.
unsafe extern "C" fn destroy<T, D: FnOnce(T)>(pointer: *mut c_void) {
    // SAFETY: `capsule` boxed it with these types, and a capsule is collected once.
    let content = *unsafe { Box::from_raw(pointer.cast::<Content<T, D>>()) };
    // Nobody can catch a panic here; the hook has reported it.
    let _ = catch_unwind(AssertUnwindSafe(|| (content.destructor)(content.value)));
}

impl<'a, 'f> Api<'a, 'f> {
    #[inline]
    pub(crate) fn bytearray_of(self, data: &[u8]) -> Result<Temp<'a, 'f>> {
        // SAFETY: the pointer and length are those of `data`.
        unsafe { self.bytearray_from(Raw::new(data.as_ptr()), data.len()) }
    }

    #[inline]
    pub(crate) fn bytearray_copy_out(self, object: Live<'_>, offset: usize, data: &mut [u8]) -> Result {
        // SAFETY: as above.
        unsafe { self.bytearray_read(object, offset, Raw::new(data.as_mut_ptr()), data.len())? };
        Ok(())
    }

    #[inline]
    pub(crate) fn bytearray_copy_in(self, object: Live<'_>, offset: usize, data: &[u8]) -> Result {
        // SAFETY: as above.
        unsafe { self.bytearray_write(object, offset, Raw::new(data.as_ptr()), data.len())? };
        Ok(())
    }

    /// A capsule that owns a value.
    #[inline]
    pub(crate) fn capsule<T: Send + 'static, D: FnOnce(T) + Send + 'static>(
        self,
        name: Option<&CStr>,
        value: T,
        destructor: D,
    ) -> Result<Temp<'a, 'f>> {
        let content = Box::into_raw(Box::new(Content { value, destructor }));
        // SAFETY: the name is NUL-terminated and copied; `destroy` gets the box back, once.
        let made = unsafe { self.capsule_of(name, content.cast(), Some(destroy::<T, D>)) };
        if made.is_err() {
            // SAFETY: no capsule owns it.
            unsafe { destroy::<T, D>(content.cast()) };
        }
        made
    }

    /// A capsule of a pointer.
    ///
    /// # Safety
    /// `drop` may be called with the pointer, once, on any attached thread.
    #[inline]
    pub(crate) unsafe fn capsule_of(
        self,
        name: Option<&CStr>,
        data: *mut c_void,
        drop: Option<unsafe extern "C" fn(*mut c_void)>,
    ) -> Result<Temp<'a, 'f>> {
        // SAFETY: NUL-terminated or null; the rest is the caller's promise.
        unsafe { self.capsule_new(Raw::new(data), Raw::new(pointer(name)), Raw::new(drop)) }
    }

    #[inline]
    pub(crate) fn capsule_data(self, capsule: Live<'_>, name: Option<&CStr>) -> Result<NonNull<c_void>> {
        // SAFETY: NUL-terminated or null; the table's failure is null, so this pointer is not.
        unsafe {
            let data = self.capsule_pointer(capsule, Raw::new(pointer(name)))?;
            Ok(NonNull::new_unchecked(data))
        }
    }

    #[inline]
    pub(crate) fn capsule_imported(self, name: &CStr) -> Result<NonNull<c_void>> {
        // SAFETY: as above.
        unsafe { Ok(NonNull::new_unchecked(self.capsule_import(Raw::new(name.as_ptr()))?)) }
    }

    #[inline]
    pub(crate) fn run_source(
        self,
        source: &CStr,
        statements: bool,
        globals: Option<Live<'_>>,
        locals: Option<Live<'_>>,
    ) -> Result<Temp<'a, 'f>> {
        // SAFETY: NUL-terminated.
        unsafe {
            let name = Raw::new(c"<string>".as_ptr());
            self.run(Raw::new(source.as_ptr()), name, statements.into(), globals, locals)
        }
    }

    /// Runs `g` one recursion deeper.
    #[inline]
    pub(crate) fn deeper<R>(self, place: &'static CStr, g: impl FnOnce() -> R) -> Result<R> {
        struct Leave<'a, 'f>(Api<'a, 'f>);
        impl Drop for Leave<'_, '_> {
            #[inline]
            fn drop(&mut self) {
                self.0.recursion_leave();
            }
        }
        // SAFETY: NUL-terminated.
        unsafe { self.recursion_enter(Raw::new(place.as_ptr()))? };
        let leave = Leave(self);
        let result = g();
        drop(leave);
        Ok(result)
    }
}
