//! str.

use crate::capi;
use crate::facts::{StrLayout, facts};
use crate::guard::{functions, passed};
use crate::home::Home;
use crate::owned::Owned;
use crate::raise::{self, raise};
use crate::types::{self, flag};
use core::ffi::{c_char, c_int, c_void};
use hstack_sys::{Flag, Ref, Status, StrView};

/// The characters of a str, read where the layout says.
///
/// # Safety
/// The object is a str, and the layout is its layout.
#[inline(always)]
pub(crate) unsafe fn view(object: Ref, layout: &StrLayout, header: usize) -> StrView {
    // SAFETY: a str has its length and its state word there.
    unsafe {
        let start = object.0.as_ptr().cast::<u8>();
        let len = start.add(header).cast::<usize>().read();
        let bits = (start.add(layout.state).cast::<u64>().read_unaligned() >> layout.shift) as u32;
        let (kind, compact, ascii) = (bits & 7, bits >> layout.inside & 1 != 0, bits >> layout.plain & 1);
        let data: *const c_void = match (compact, ascii) {
            (true, 1) => start.add(layout.ascii).cast(),
            (true, _) => start.add(layout.compact).cast(),
            (false, _) => start.add(layout.compact).cast::<*const c_void>().read(),
        };
        StrView { kind, ascii, data, len }
    }
}

/// Whether a str equals Rust text.
pub(crate) unsafe fn equals(object: Ref, text: &str) -> bool {
    // SAFETY: a live str; the memory of its UTF-8 is as long as the call says.
    unsafe {
        if let Some(equal) = capi::PyUnicode_EqualToUTF8AndSize() {
            return equal(object, text.as_ptr().cast(), text.len() as isize) != 0;
        }
        let mut len = 0;
        let data = capi::PyUnicode_AsUTF8AndSize(object, &mut len);
        if data.is_null() {
            capi::PyErr_Clear();
            return false;
        }
        core::slice::from_raw_parts(data.cast::<u8>(), len as usize) == text.as_bytes()
    }
}

/// The same, where the object may not be laid out yet, as up to 3.11 and on PyPy.
///
/// # Safety
/// As for [`view`], attached.
#[inline(always)]
pub(crate) unsafe fn ready_view(object: Ref, layout: &StrLayout, header: usize) -> Option<StrView> {
    // SAFETY: as the caller says.
    unsafe {
        let found = view(object, layout, header);
        if is_known(&found) {
            return Some(found);
        }
        if capi::_PyUnicode_Ready()?(object) < 0 {
            return None;
        }
        let found = view(object, layout, header);
        is_known(&found).then_some(found)
    }
}

fn is_known(view: &StrView) -> bool {
    matches!(view.kind, 1 | 2 | 4) && !view.data.is_null()
}

/// The characters of a str that is no plain case.
#[cold]
unsafe fn look(object: Ref, home: &Home) -> Option<StrView> {
    // SAFETY: the object is alive.
    unsafe {
        if !types::is(object, flag::STR) {
            let name = crate::text::type_name(object);
            raise(capi::PyExc_TypeError(), format_args!("expected str, got {name}"));
            return None;
        }
        let facts = facts();
        if facts.str.state == 0 {
            return look_slowly(object, home);
        }
        if let Some(found) = ready_view(object, &facts.str, facts.header) {
            return Some(found);
        }
        if raise::pending() {
            return None;
        }
        look_slowly(object, home)
    }
}

/// The same where the layout is not known: UTF-8 of an ASCII str is the str itself, and UTF-32 of
/// another one is kept as long as the context.
#[cold]
unsafe fn look_slowly(object: Ref, home: &Home) -> Option<StrView> {
    // SAFETY: the object is alive; kept bytes live as long as the module, whose code asks.
    unsafe {
        let len = capi::PyUnicode_GetLength(object);
        let mut size = 0;
        let utf8 = capi::PyUnicode_AsUTF8AndSize(object, &mut size);
        if utf8.is_null() {
            capi::PyErr_Clear();
        } else if size == len {
            return Some(StrView { kind: 1, ascii: 1, data: utf8.cast(), len: len as usize });
        }
        let kept = home.keep()?;
        let bytes = match Owned::new(super::dict::lookup(kept, object).ok()?) {
            Some(bytes) => bytes,
            None => {
                let encoding = if cfg!(target_endian = "little") { c"utf-32-le" } else { c"utf-32-be" };
                let bytes = Owned::new(capi::PyUnicode_AsEncodedString(
                    object,
                    encoding.as_ptr(),
                    c"surrogatepass".as_ptr(),
                ))?;
                if capi::PyDict_SetItem(kept, object, bytes.get()).0 < 0 {
                    return None;
                }
                bytes
            }
        };
        let (mut data, mut size) = (core::ptr::null_mut(), 0);
        if capi::PyBytes_AsStringAndSize(bytes.get(), &mut data, &mut size) < 0 {
            return None;
        }
        Some(StrView { kind: 4, ascii: 0, data: data.cast(), len: len as usize })
    }
}

/// A str from characters of `kind` bytes each.
///
/// # Safety
/// Attached; `len` characters lie there.
#[inline]
pub(super) unsafe fn from_kind(kind: u32, data: *const c_void, len: usize) -> Option<Ref> {
    // SAFETY: the caller's promise.
    unsafe {
        if kind == 2 && facts().pypy {
            // PyPy up to 7.3 takes them for UTF-16: pairs of surrogates are joined, the last one is lost.
            let characters = (0..len).map(|i| data.cast::<u16>().add(i).read_unaligned());
            if characters.clone().any(|c| (0xd800..0xe000).contains(&c)) {
                let wide: Vec<u32> = characters.map(u32::from).collect();
                return capi::PyUnicode_FromKindAndData(4, wide.as_ptr().cast(), len as isize);
            }
        }
        capi::PyUnicode_FromKindAndData(kind as c_int, data, len as isize)
    }
}

passed! {
    fn str_as_utf8(object: Ref, len: *mut isize) -> *const c_char = PyUnicode_AsUTF8AndSize;
    fn str_encode(object: Ref, encoding: *const c_char, errors: *const c_char) -> Option<Ref> = PyUnicode_AsEncodedString;
    fn str_encode_fs(object: Ref) -> Option<Ref> = PyUnicode_EncodeFSDefault;
    fn str_concat(left: Ref, right: Ref) -> Option<Ref> = PyUnicode_Concat;
    fn str_join(separator: Ref, iterable: Ref) -> Option<Ref> = PyUnicode_Join;
}

functions! {
    fn str_from_utf8(text: *const c_char, len: usize; context) -> Option<Ref> {
        let text = if len == 0 { c"".as_ptr() } else { text };
        capi::PyUnicode_FromStringAndSize(text, len as isize)
    }

    fn str_from_kind(kind: u32, data: *const c_void, len: usize; context) -> Option<Ref> {
        from_kind(kind, data, len)
    }

    fn str_intern(text: *const c_char, len: usize; context) -> Option<Ref> {
        let text = if len == 0 { c"".as_ptr() } else { text };
        let mut object = capi::PyUnicode_FromStringAndSize(text, len as isize);
        if object.is_some() {
            capi::PyUnicode_InternInPlace(&mut object);
        }
        object
    }

    fn str_view(object: Ref, view: *mut StrView; context) -> Status {
        let facts = facts();
        if facts.str.state != 0 && types::is(object, flag::STR) {
            // Word by word: a copy of the struct would wait for the halves of its first word.
            let found = self::view(object, &facts.str, facts.header);
            (*view).kind = found.kind;
            (*view).ascii = found.ascii;
            (*view).data = found.data;
            (*view).len = found.len;
            if is_known(&found) {
                return Status::OK;
            }
        }
        match look(object, Home::of(context)) {
            Some(found) => {
                *view = found;
                Status::OK
            }
            None => Status::FAILED,
        }
    }

    fn str_equals_utf8(object: Ref, text: *const c_char, len: usize; context) -> Flag {
        let text = if len == 0 { c"".as_ptr() } else { text };
        if let Some(equal) = capi::PyUnicode_EqualToUTF8AndSize() {
            return Flag(equal(object, text, len as isize));
        }
        let mut size = 0;
        let data = capi::PyUnicode_AsUTF8AndSize(object, &mut size);
        if data.is_null() {
            capi::PyErr_Clear();
            return Flag(0);
        }
        let (left, right) =
            (core::slice::from_raw_parts(data, size as usize), core::slice::from_raw_parts(text, len));
        Flag((left == right).into())
    }

    fn str_decode(
        data: *const c_char, len: usize, encoding: *const c_char, errors: *const c_char; context
    ) -> Option<Ref> {
        let data = if len == 0 { c"".as_ptr() } else { data };
        capi::PyUnicode_Decode(data, len as isize, encoding, errors)
    }

    fn str_decode_fs(data: *const c_char, len: usize; context) -> Option<Ref> {
        let data = if len == 0 { c"".as_ptr() } else { data };
        capi::PyUnicode_DecodeFSDefaultAndSize(data, len as isize)
    }

    fn str_substring(object: Ref, start: isize, end: isize; context) -> Option<Ref> {
        let start = start.max(0);
        capi::PyUnicode_Substring(object, start, end.max(start))
    }

    fn str_read(object: Ref, index: isize, character: *mut u32; context) -> Status {
        let found = capi::PyUnicode_ReadChar(object, index);
        if found == u32::MAX && raise::pending() {
            return Status::FAILED;
        }
        *character = found;
        Status::OK
    }
}

/// The layout of a str as the builder needs it: where the characters of a new one are.
pub(super) unsafe fn characters(object: Ref, ascii: bool) -> *mut c_void {
    let layout = &facts().str;
    let offset = if ascii { layout.ascii } else { layout.compact };
    // SAFETY: a new str is compact, and that long.
    unsafe { object.0.as_ptr().cast::<u8>().add(offset).cast() }
}
