//! Names as Rust text, for messages.

use crate::capi;
use crate::facts::type_of;
use crate::owned::Owned;
use hstack_sys::Ref;

/// The UTF-8 of a str, as Rust text; empty when there is none.
///
/// # Safety
/// Attached; the object is alive.
pub(crate) unsafe fn of_str(object: Ref) -> String {
    let mut len = 0;
    // SAFETY: the memory is as long as the call says and alive with the object.
    unsafe {
        let data = capi::PyUnicode_AsUTF8AndSize(object, &mut len);
        if data.is_null() {
            capi::PyErr_Clear();
            return String::new();
        }
        String::from_utf8_lossy(core::slice::from_raw_parts(data.cast(), len as usize)).into_owned()
    }
}

/// The `__name__` of a type, as Rust text.
///
/// # Safety
/// Attached; the class is alive.
pub(crate) unsafe fn class_name(class: Ref) -> String {
    // SAFETY: attached; a failure is cleared.
    unsafe {
        match Owned::new(capi::PyObject_GetAttrString(class, c"__name__".as_ptr())) {
            Some(name) => of_str(name.get()),
            None => {
                capi::PyErr_Clear();
                String::from("object")
            }
        }
    }
}

/// The name of an object's type, as Rust text.
///
/// # Safety
/// Attached; the object is alive.
pub(crate) unsafe fn type_name(object: Ref) -> String {
    // SAFETY: as the caller says.
    unsafe { class_name(type_of(object)) }
}
