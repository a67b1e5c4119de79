//! The builder of str.

use crate::capi;
use crate::facts::facts;
use crate::guard::functions;
use crate::owned;
use core::ffi::c_void;
use hstack_sys::{Ref, Status, StrBuilder};

/// What the characters of a builder are written into.
enum Target {
    /// The str itself, of this highest class.
    Object(Ref, u32),
    /// Memory of our own, where the layout of a str is not known.
    Memory(Vec<u32>),
}

/// The highest character of the class that the interpreter stores `max_char` in.
fn class_of(max_char: u32) -> u32 {
    match max_char {
        0..0x80 => 0x7f,
        0x80..0x100 => 0xff,
        0x100..0x1_0000 => 0xffff,
        _ => 0x10_ffff,
    }
}

fn kind_of(class: u32) -> u32 {
    match class {
        0x7f | 0xff => 1,
        0xffff => 2,
        _ => 4,
    }
}

/// A value with at least the highest bit of the highest character.
unsafe fn highest(kind: u32, data: *const c_void, len: usize) -> u32 {
    // SAFETY: the caller's memory holds `len` characters of that kind.
    unsafe {
        match kind {
            1 => core::slice::from_raw_parts(data.cast::<u8>(), len).iter().fold(0, |a, &b| a | u32::from(b)),
            2 => {
                core::slice::from_raw_parts(data.cast::<u16>(), len).iter().fold(0, |a, &b| a | u32::from(b))
            }
            _ => core::slice::from_raw_parts(data.cast::<u32>(), len).iter().fold(0, |a, &b| a | b),
        }
    }
}

unsafe fn take(builder: *mut StrBuilder) -> Option<Box<Target>> {
    // SAFETY: the word is what `str_builder_new` stored, until it is taken once.
    unsafe {
        let target = (*builder).provider.cast::<Target>();
        (*builder).provider = core::ptr::null_mut();
        (!target.is_null()).then(|| Box::from_raw(target))
    }
}

functions! {
    fn str_builder_new(len: usize, max_char: u32, builder: *mut StrBuilder; context) -> Status {
        let class = class_of(max_char);
        let kind = kind_of(class);
        (*builder).provider = core::ptr::null_mut();
        let layout_known = facts().str.state != 0 && !facts().pypy && len > 0;
        let (target, data) = if layout_known {
            let Some(object) = capi::PyUnicode_New(len as isize, class) else { return Status::FAILED };
            (Target::Object(object, class), super::string::characters(object, class == 0x7f))
        } else {
            let mut memory = Vec::new();
            if memory.try_reserve_exact(len).is_err() {
                capi::PyErr_NoMemory();
                return Status::FAILED;
            }
            memory.resize(len, 0);
            let data = memory.as_mut_ptr().cast();
            (Target::Memory(memory), data)
        };
        (*builder).kind = kind;
        (*builder).len = len;
        (*builder).data = data;
        (*builder).provider = Box::into_raw(Box::new(target)).cast();
        Status::OK
    }

    fn str_builder_finish(builder: *mut StrBuilder; context) -> Option<Ref> {
        let (kind, data, len) = ((*builder).kind, (*builder).data, (*builder).len);
        match *take(builder)? {
            Target::Memory(_memory) => super::string::from_kind(kind, data, len),
            Target::Object(object, class) => {
                // A str must be stored in the lowest class that holds it: equal ones are compared so.
                let found = highest(kind, data, len);
                if class_of(found) == class && (class != 0x10_ffff || found < 0x11_0000) {
                    return Some(object);
                }
                let result = super::string::from_kind(kind, data, len);
                owned::close(object);
                result
            }
        }
    }

    fn str_builder_cancel(builder: *mut StrBuilder; context) {
        if let Some(target) = take(builder)
            && let Target::Object(object, _) = *target
        {
            owned::close(object);
        }
    }
}
