//! dict and other mappings.

use super::int;
use super::object::found;
use crate::capi;
use crate::facts::facts;
use crate::guard::{functions, passed};
use crate::owned::{self, Owned};
use crate::raise::pending;
use crate::section;
use core::ffi::c_int;
use hstack_sys::{Ref, Size, Status};

/// What is found where nothing was, or where finding out failed.
#[cold]
#[inline(never)]
unsafe fn absent() -> Status {
    // SAFETY: attached.
    unsafe { if pending() { Status::FAILED } else { Status::OK } }
}

/// Stores the value of what was found, which may run Python code.
#[inline(never)]
unsafe fn store_i64(item: Owned, value: *mut i64) -> Status {
    // SAFETY: attached, and a place to write to.
    unsafe {
        match int::as_i64(item.get()) {
            Some(found) => {
                *value = found;
                Status::YES
            }
            None => Status::FAILED,
        }
    }
}

/// An owned reference to a value, or `None` when there is no such key.
#[inline(always)]
pub(crate) unsafe fn lookup(dict: Ref, key: Ref) -> Result<Option<Ref>, ()> {
    // SAFETY: live references; on a build without a GIL `PyDict_GetItemRef` is always there.
    unsafe {
        if let Some(get) = capi::PyDict_GetItemRef() {
            let mut value = None;
            return if get(dict, key, &mut value).0 < 0 { Err(()) } else { Ok(value) };
        }
        match capi::PyDict_GetItemWithError(dict, key) {
            Some(value) => Ok(Some(owned::dup(value))),
            None if pending() => Err(()),
            None => Ok(None),
        }
    }
}

passed! {
    fn dict_new() -> Option<Ref> = PyDict_New;
    fn dict_set(dict: Ref, key: Ref, value: Ref) -> Status = PyDict_SetItem;
    fn dict_del(dict: Ref, key: Ref) -> Status = PyDict_DelItem;
    fn dict_contains(dict: Ref, key: Ref) -> Status = PyDict_Contains;
    fn dict_copy(dict: Ref) -> Option<Ref> = PyDict_Copy;
    fn dict_keys(dict: Ref) -> Option<Ref> = PyDict_Keys;
    fn dict_values(dict: Ref) -> Option<Ref> = PyDict_Values;
    fn dict_items(dict: Ref) -> Option<Ref> = PyDict_Items;
    fn mapping_keys(object: Ref) -> Option<Ref> = PyMapping_Keys;
    fn mapping_values(object: Ref) -> Option<Ref> = PyMapping_Values;
    fn mapping_items(object: Ref) -> Option<Ref> = PyMapping_Items;
}

functions! {
    fn dict_len(dict: Ref; context) -> Size {
        capi::PyDict_Size(dict)
    }

    fn dict_find(dict: Ref, key: Ref, value: *mut Option<Ref>; context) -> Status {
        found(lookup(dict, key), value)
    }

    fn dict_find_i64(dict: Ref, key: Ref, value: *mut i64; context) -> Status {
        if facts().free_threaded {
            let Ok(item) = lookup(dict, key) else { return Status::FAILED };
            return Owned::new(item).map_or(Status::OK, |item| store_i64(item, value));
        }
        // The dict keeps the value alive: nothing runs before it is read.
        let Some(item) = capi::PyDict_GetItemWithError(dict, key) else { return absent() };
        match int::small(item) {
            Some(found) => {
                *value = found;
                Status::YES
            }
            None => store_i64(Owned::more(item), value),
        }
    }

    fn dict_set_i64(dict: Ref, key: Ref, value: i64; context) -> Status {
        let Some(value) = capi::PyLong_FromLongLong(value) else { return Status::FAILED };
        let status = capi::PyDict_SetItem(dict, key, value);
        owned::close(value);
        status
    }

    fn dict_next(
        dict: Ref, position: *mut isize, key: *mut Option<Ref>, value: *mut Option<Ref>; context
    ) -> Status {
        (*key, *value) = (None, None);
        section::with(dict, || {
            if capi::PyDict_Next(dict, position, key, value) == 0 {
                (*key, *value) = (None, None);
                return Status::OK;
            }
            if let (Some(key), Some(value)) = (*key, *value) {
                owned::dup(key);
                owned::dup(value);
            }
            Status::YES
        })
    }

    fn dict_clear(dict: Ref; context) -> Status {
        capi::PyDict_Clear(dict);
        Status::OK
    }

    fn dict_merge(dict: Ref, other: Ref, keep: c_int; context) -> Status {
        capi::PyDict_Merge(dict, other, (keep == 0).into())
    }

    fn dict_set_default(dict: Ref, key: Ref, value: Ref, found: *mut Option<Ref>; context) -> Status {
        *found = None;
        if let Some(set) = capi::PyDict_SetDefaultRef() {
            return set(dict, key, value, found);
        }
        match lookup(dict, key) {
            Ok(Some(there)) => {
                *found = Some(there);
                Status::YES
            }
            // PyPy's leaks a reference to what it returns.
            Ok(None) if facts().pypy => {
                let set = capi::PyDict_SetItem(dict, key, value);
                if set == Status::OK {
                    *found = Some(owned::dup(value));
                }
                set
            }
            Ok(None) => match capi::PyDict_SetDefault(dict, key, value) {
                Some(now) => {
                    *found = Some(owned::dup(now));
                    if now == value { Status::OK } else { Status::YES }
                }
                None => Status::FAILED,
            },
            Err(()) => Status::FAILED,
        }
    }
}
