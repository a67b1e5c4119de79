//! Capsules and weak references.

use crate::capi;
use crate::guard::{functions, guarded, passed};
use crate::owned;
use crate::raise::Aside;
use core::ffi::{CStr, c_char, c_int, c_void};
use hstack_sys::{Constant, Ref, Status};
use std::ffi::CString;

type Drop = unsafe extern "C" fn(*mut c_void);

/// What a capsule of ours keeps behind its context pointer.
struct Content {
    name: Option<CString>,
    drop: Option<Drop>,
}

/// Drops what a capsule points to.
#[inline]
unsafe extern "C-unwind" fn destroy(capsule: Ref) {
    // SAFETY: the interpreter calls this once, for a capsule that `capsule_new` made.
    guarded(|| unsafe {
        let _aside = Aside::new();
        let content = capi::PyCapsule_GetContext(capsule).cast::<Content>();
        if !content.is_null() {
            let content = Box::from_raw(content);
            let pointer = capi::PyCapsule_GetPointer(capsule, capi::PyCapsule_GetName(capsule));
            if let Some(drop) = content.drop {
                drop(pointer);
            }
        }
    })
}

passed! {
    fn capsule_pointer(capsule: Ref, name: *const c_char) -> *mut c_void = PyCapsule_GetPointer;
    fn weakref_new(object: Ref, callback: Option<Ref>) -> Option<Ref> = PyWeakref_NewRef;
}

functions! {
    fn capsule_new(pointer: *mut c_void, name: *const c_char, drop: Option<Drop>; context) -> Option<Ref> {
        let name = if name.is_null() { None } else { Some(CStr::from_ptr(name).to_owned()) };
        let content = Box::new(Content { name, drop });
        let text = content.name.as_ref().map_or(core::ptr::null(), |name| name.as_ptr());
        let capsule = capi::PyCapsule_New(pointer, text, Some(destroy))?;
        capi::PyCapsule_SetContext(capsule, Box::into_raw(content).cast());
        Some(capsule)
    }

    fn capsule_import(name: *const c_char; context) -> *mut c_void {
        capi::PyCapsule_Import(name, 0 as c_int)
    }

    fn weakref_get(weak: Ref, object: *mut Option<Ref>; context) -> Status {
        if let Some(get) = capi::PyWeakref_GetRef() {
            return get(weak, object);
        }
        *object = None;
        let Some(get) = capi::PyWeakref_GetObject() else {
            crate::raise::raise(capi::PyExc_SystemError(), format_args!("this Python has no PyWeakref_GetObject"));
            return Status::FAILED;
        };
        match get(weak) {
            None => Status::FAILED,
            none if none == (*context).constants[Constant::None as usize] => Status::OK,
            Some(found) => {
                *object = Some(owned::dup(found));
                Status::YES
            }
        }
    }
}
