//! Calls.

use crate::capi;
use crate::facts::type_of;
use crate::functions::recursion::room;
use crate::guard::functions;
use crate::owned::Owned;
use crate::types;
use hstack_sys::Ref;

/// What an object that can be called without a tuple points to.
type Vectorcall = unsafe extern "C-unwind" fn(Ref, *const Ref, usize, Option<Ref>) -> Option<Ref>;

/// The highest bit of a count: the item before the arguments may be overwritten (PEP 590).
const OFFSET: usize = 1 << (usize::BITS - 1);

/// The values of keywords, which follow the positional arguments, as a dict.
unsafe fn keywords(arguments: *const Ref, count: usize, names: Ref) -> Option<Owned> {
    // SAFETY: the caller's arrays are as long as it says.
    unsafe {
        let dict = Owned::new(capi::PyDict_New())?;
        for index in 0..capi::PyTuple_Size(names).0 {
            let name = capi::PyTuple_GetItem(names, index)?;
            let value = *arguments.add((count & !OFFSET) + index as usize);
            if capi::PyDict_SetItem(dict.get(), name, value).0 < 0 {
                return None;
            }
        }
        Some(dict)
    }
}

functions! {
    fn call(callable: Ref, arguments: *const Ref, count: usize, names: Option<Ref>; context) -> Option<Ref> {
        if !room() {
            return None;
        }
        if let Some(call) = capi::PyObject_Vectorcall() {
            return call(callable, arguments, count, names);
        }
        match names {
            None => capi::PyObject_VectorcallDict(callable, arguments, count, None),
            Some(names) => {
                if let Some(offset) = types::vectorcall_offset(type_of(callable))
                    && let Some(call) = *callable.0.as_ptr().cast::<u8>().add(offset).cast::<Option<Vectorcall>>()
                {
                    return call(callable, arguments, count, Some(names));
                }
                let dict = keywords(arguments, count, names)?;
                capi::PyObject_VectorcallDict(callable, arguments, count, Some(dict.get()))
            }
        }
    }

    fn call_method(name: Ref, arguments: *const Ref, count: usize, names: Option<Ref>; context) -> Option<Ref> {
        if !room() {
            return None;
        }
        capi::PyObject_VectorcallMethod(name, arguments, count, names)
    }

    fn call_tuple(callable: Ref, arguments: Ref, keywords: Option<Ref>; context) -> Option<Ref> {
        if !room() {
            return None;
        }
        capi::PyObject_Call(callable, arguments, keywords)
    }
}
