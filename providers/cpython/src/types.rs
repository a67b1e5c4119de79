//! What a type object holds: read where the layout is known, asked for elsewhere.

use crate::capi;
use crate::facts::{facts, type_of};
use core::ffi::{c_int, c_void};
use hstack_sys::{Ref, slot};

// Offsets in a type object from the end of its variable-size header, of CPython 3.9 to 3.15.
pub(crate) const BASIC_SIZE: usize = 8;
pub(crate) const ITEM_SIZE: usize = 16;
pub(crate) const DEALLOC: usize = 24;
pub(crate) const VECTORCALL_OFFSET: usize = 32;
pub(crate) const FLAGS: usize = 144;
pub(crate) const TRAVERSE: usize = 160;
pub(crate) const CLEAR: usize = 168;
pub(crate) const GETSET: usize = 224;
pub(crate) const BASE: usize = 232;
pub(crate) const INIT: usize = 272;
pub(crate) const ALLOC: usize = 280;
pub(crate) const NEW: usize = 288;
pub(crate) const FREE: usize = 296;

/// Bits of a type's flags.
pub(crate) mod flag {
    pub(crate) const HEAP: usize = 1 << 9;
    pub(crate) const BASE: usize = 1 << 10;
    pub(crate) const VECTORCALL: usize = 1 << 11;
    pub(crate) const GC: usize = 1 << 14;
    pub(crate) const DEFAULT: usize = 1 << 18;
    pub(crate) const INT: usize = 1 << 24;
    pub(crate) const LIST: usize = 1 << 25;
    pub(crate) const TUPLE: usize = 1 << 26;
    pub(crate) const STR: usize = 1 << 28;
    pub(crate) const TYPE: usize = 1 << 31;
}

#[inline(always)]
pub(crate) unsafe fn read<T: Copy>(class: Ref, offset: usize) -> T {
    // SAFETY: the caller checked that the layout is known.
    unsafe { *class.0.as_ptr().cast::<u8>().add(facts().header + size_of::<usize>() + offset).cast::<T>() }
}

/// The flags of a type.
#[inline(always)]
pub(crate) unsafe fn flags(class: Ref) -> usize {
    // SAFETY: a live type.
    unsafe { if facts().types { read(class, FLAGS) } else { capi::PyType_GetFlags(class) } }
}

/// Whether an object is an instance of a built-in type whose subclasses have this flag.
#[inline(always)]
pub(crate) unsafe fn is(object: Ref, flag: usize) -> bool {
    // SAFETY: a live object.
    unsafe { flags(type_of(object)) & flag != 0 }
}

/// Whether a type is `base` or derived from it.
#[inline(always)]
pub(crate) unsafe fn derives(class: Ref, base: Ref) -> bool {
    // SAFETY: live types.
    unsafe { class == base || capi::PyType_IsSubtype(class, base) != 0 }
}

/// A slot of a heap type.
pub(crate) unsafe fn get(class: Ref, slot: c_int) -> *mut c_void {
    // SAFETY: a live heap type.
    unsafe { capi::PyType_GetSlot(class, slot) }
}

/// The table of attributes that a heap type was made with.
pub(crate) unsafe fn attributes(class: Ref) -> *mut c_void {
    // SAFETY: a live heap type.
    unsafe { if facts().types { read(class, GETSET) } else { get(class, slot::TP_GETSET) } }
}

/// The first base of a heap type, borrowed.
pub(crate) unsafe fn base(class: Ref) -> Option<Ref> {
    // SAFETY: a live heap type.
    unsafe {
        if facts().types {
            read(class, BASE)
        } else {
            core::ptr::NonNull::new(get(class, slot::TP_BASE)).map(|base| Ref(base.cast()))
        }
    }
}

/// Where an object of this type keeps a pointer to its vectorcall function, when it has one there.
pub(crate) unsafe fn vectorcall_offset(class: Ref) -> Option<usize> {
    // SAFETY: a live type, of a layout that is known.
    unsafe {
        let has = facts().types && !facts().pypy && flags(class) & flag::VECTORCALL != 0;
        if has { Some(read(class, VECTORCALL_OFFSET)) } else { None }
    }
}

/// Allocates an instance of a heap type: zeroed behind its header.
pub(crate) unsafe fn allocate(class: Ref) -> Option<Ref> {
    // SAFETY: a live heap type; its slot has this shape.
    unsafe {
        let alloc = if facts().types { read(class, ALLOC) } else { get(class, slot::TP_ALLOC) };
        let alloc: Option<unsafe extern "C-unwind" fn(Ref, isize) -> Option<Ref>> =
            core::mem::transmute(alloc);
        alloc.unwrap_unchecked()(class, 0)
    }
}

/// Frees the memory of an instance of a heap type.
pub(crate) unsafe fn free(class: Ref, object: Ref) {
    // SAFETY: a live heap type; its slot has this shape.
    unsafe {
        let free = if facts().types { read(class, FREE) } else { get(class, slot::TP_FREE) };
        let free: Option<unsafe extern "C-unwind" fn(*mut c_void)> = core::mem::transmute(free);
        free.unwrap_unchecked()(object.0.as_ptr().cast())
    }
}
