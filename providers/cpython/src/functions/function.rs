//! Functions that extensions make at run time.

use crate::capi;
use crate::guard::{functions, guarded};
use crate::home::Home;
use crate::methods::{FAST_KEYWORDS, MethodDef, methods};
use crate::owned::{self, Owned};
use crate::raise::Aside;
use core::ffi::{CStr, c_char, c_void};
use hstack_sys::{Closure, ClosureCall, Context, FunctionDef, Ref};
use std::ffi::CString;

/// What a closure's function owns.
struct Content {
    method: MethodDef,
    _name: CString,
    _doc: Option<CString>,
    data: *mut c_void,
    call: ClosureCall,
    drop: unsafe extern "C" fn(*mut c_void),
    context: *const Context,
}

const KEY: &CStr = c"hstack.closure";

/// Drops a closure.
#[inline]
unsafe extern "C-unwind" fn destroy(capsule: Ref) {
    // SAFETY: the interpreter calls this once, for a capsule that `closure_new` made.
    guarded(|| unsafe {
        let _aside = Aside::new();
        let closure = capi::PyCapsule_GetPointer(capsule, KEY.as_ptr()).cast::<Content>();
        if !closure.is_null() {
            let closure = Box::from_raw(closure);
            (closure.drop)(closure.data);
        }
    })
}

/// The entry of every closure. Its self is a tuple of the capsule that owns the closure, and of the
/// module whose context it is called with, which the collector can follow.
#[inline]
unsafe extern "C-unwind" fn enter(
    this: Ref,
    arguments: *const Ref,
    count: isize,
    names: Option<Ref>,
) -> Option<Ref> {
    // SAFETY: the interpreter calls this for a function that `closure_new` made.
    guarded(|| unsafe {
        capi::PyTuple_GetItem(this, 0).and_then(|capsule| {
            let closure = capi::PyCapsule_GetPointer(capsule, KEY.as_ptr()).cast::<Content>().as_ref()?;
            (closure.call)(closure.data, arguments, count as usize, names, closure.context)
        })
    })
}

#[inline]
unsafe fn new_closure(given: &Closure, context: *const Context) -> Option<Ref> {
    // SAFETY: the texts are NUL-terminated; the data is dropped once, by the capsule or here.
    unsafe {
        let name = CStr::from_ptr(given.name).to_owned();
        let doc = (!given.doc.is_null()).then(|| CStr::from_ptr(given.doc).to_owned());
        let method = MethodDef {
            name: name.as_ptr(),
            entry: enter as *const () as *const c_void,
            flags: FAST_KEYWORDS,
            doc: doc.as_ref().map_or(core::ptr::null::<c_char>(), |doc| doc.as_ptr()),
        };
        let (data, call, drop) = (given.data, given.call, given.drop);
        let home = Home::of(context);
        let seen = home.seen();
        let boxed = Box::into_raw(Box::new(Content {
            method,
            _name: name,
            _doc: doc,
            data,
            call,
            drop,
            context: seen,
        }));
        let Some(capsule) = Owned::new(capi::PyCapsule_New(boxed.cast(), KEY.as_ptr(), Some(destroy))) else {
            let _aside = Aside::new();
            let closure = Box::from_raw(boxed);
            (closure.drop)(closure.data);
            return None;
        };
        let this = Owned::new(capi::PyTuple_New(2))?;
        for (index, item) in [(0, capsule.get()), (1, home.module)] {
            if capi::PyTuple_SetItem(this.get(), index, Some(owned::dup(item))) < 0 {
                return None;
            }
        }
        let module = Owned::new(capi::PyObject_GetAttrString(home.module, c"__name__".as_ptr()))?;
        capi::PyCMethod_New((&raw mut (*boxed).method).cast(), Some(this.get()), Some(module.get()), None)
    }
}

functions! {
    fn function_new(definition: *const FunctionDef, this: Option<Ref>, module: Option<Ref>; context) -> Option<Ref> {
        let name = match module {
            Some(module) => Some(Owned::new(capi::PyObject_GetAttrString(module, c"__name__".as_ptr()))?),
            None => None,
        };
        let method = methods(definition, 1);
        capi::PyCMethod_New(method.cast(), this, name.as_ref().map(Owned::get), None)
    }

    fn closure_new(closure: *const Closure; context) -> Option<Ref> {
        new_closure(&*closure, context)
    }
}
