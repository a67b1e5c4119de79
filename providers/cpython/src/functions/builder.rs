//! The builder of str.
//!
//! The provider's word is the str that `data` lies in, or `data` itself: memory of our own, where the
//! layout of a str is not known.

use crate::capi;
use crate::facts::facts;
use crate::guard::functions;
use crate::owned;
use crate::raise::raise;
use core::ffi::c_void;
use core::ptr::{NonNull, null_mut, slice_from_raw_parts_mut};
use core::slice::from_raw_parts;
use hstack_sys::{Ref, Status, StrBuilder};

/// What the characters of a builder were written into.
enum Target {
    Object(Ref),
    Memory(Box<[u32]>),
}

/// The highest character of the class that the interpreter stores `max_char` in, and the bytes of one.
fn class_of(max_char: u32) -> (u32, u32) {
    match max_char {
        0..0x80 => (0x7f, 1),
        0x80..0x100 => (0xff, 1),
        0x100..0x1_0000 => (0xffff, 2),
        _ => (0x10_ffff, 4),
    }
}

unsafe fn take(builder: *mut StrBuilder) -> Option<Target> {
    // SAFETY: the words are what `str_builder_new` stored, until they are taken once.
    unsafe {
        let StrBuilder { data, len, provider, .. } = *builder;
        (*builder).provider = null_mut();
        if provider == data {
            let memory = slice_from_raw_parts_mut(data.cast(), len);
            return (!data.is_null()).then(|| Target::Memory(Box::from_raw(memory)));
        }
        NonNull::new(provider).map(|object| Target::Object(Ref(object.cast())))
    }
}

/// Whether a new str is stored in the lowest class that holds its characters, which is what makes
/// equal ones compare equal.
///
/// # Safety
/// `len` characters lie there.
#[inline]
unsafe fn is_narrowest(ascii: bool, kind: u32, data: *const c_void, len: usize) -> bool {
    // SAFETY: the caller's promise.
    unsafe {
        match kind {
            1 => from_raw_parts(data.cast::<u8>(), len).is_ascii() == ascii,
            2 => from_raw_parts(data.cast::<u16>(), len)
                .chunks(64)
                .any(|chunk| chunk.iter().fold(0, |bits, &c| bits | c) > 0xff),
            _ => {
                let bits = from_raw_parts(data.cast::<u32>(), len).iter().fold(0, |bits, &c| bits | c);
                (0x1_0000..0x11_0000).contains(&bits)
            }
        }
    }
}

/// A str of characters that may be anything.
///
/// # Safety
/// Attached; `len` characters lie there.
#[cold]
#[inline]
unsafe fn made_again(kind: u32, data: *const c_void, len: usize) -> Option<Ref> {
    // SAFETY: the caller's promise.
    unsafe {
        if kind == 4 && from_raw_parts(data.cast::<u32>(), len).iter().any(|&c| c > 0x10_ffff) {
            raise(capi::PyExc_ValueError(), format_args!("character is not in range [U+0000; U+10FFFF]"));
            return None;
        }
        super::string::from_kind(kind, data, len)
    }
}

functions! {
    fn str_builder_new(len: usize, max_char: u32, builder: *mut StrBuilder; context) -> Status {
        let (class, kind) = class_of(max_char);
        (*builder).kind = kind;
        (*builder).len = len;
        (*builder).data = null_mut();
        (*builder).provider = null_mut();
        if facts().str.state != 0 && !facts().pypy && len > 0 {
            let Some(object) = capi::PyUnicode_New(len as isize, class) else { return Status::FAILED };
            (*builder).data = super::string::characters(object, class == 0x7f);
            (*builder).provider = object.0.as_ptr().cast();
        } else {
            let mut memory: Vec<u32> = Vec::new();
            if memory.try_reserve_exact(len).is_err() {
                capi::PyErr_NoMemory();
                return Status::FAILED;
            }
            memory.resize(len, 0);
            (*builder).data = Box::into_raw(memory.into_boxed_slice()).cast();
            (*builder).provider = (*builder).data;
        }
        Status::OK
    }

    fn str_builder_finish(builder: *mut StrBuilder; context) -> Option<Ref> {
        let StrBuilder { kind, data, len, .. } = *builder;
        match take(builder)? {
            Target::Memory(_memory) => made_again(kind, data, len),
            Target::Object(object) => {
                let ascii = data == super::string::characters(object, true);
                if is_narrowest(ascii, kind, data, len) {
                    return Some(object);
                }
                let result = made_again(kind, data, len);
                owned::close(object);
                result
            }
        }
    }

    fn str_builder_cancel(builder: *mut StrBuilder; context) {
        if let Some(Target::Object(object)) = take(builder) {
            owned::close(object);
        }
    }
}
