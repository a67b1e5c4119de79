//! int, float and complex.

use crate::capi;
use crate::facts::{IntLayout, facts, type_of};
use crate::guard::functions;
use crate::owned::{self, Owned};
use crate::raise::{Aside, catch, pending, raise, text};
use crate::types::{self, flag};
use core::ffi::c_int;
use hstack_sys::{Ref, Size, Status};

/// The value of an int of at most one digit, read where the layout says; `None` for a longer one.
///
/// # Safety
/// The object is an int, and the layout is its layout.
#[inline(always)]
pub(crate) unsafe fn compact(object: Ref, layout: IntLayout, header: usize) -> Option<i64> {
    // SAFETY: an int has a word and a digit after its header, and the digit of zero is not used.
    unsafe {
        let word = object.0.as_ptr().cast::<u8>().add(header).cast::<usize>();
        let digit = i64::from(word.add(1).cast::<u32>().read());
        match layout {
            IntLayout::Tagged => {
                let tag = *word;
                // The lowest two bits are 1 minus the sign; the length starts at bit 3.
                (tag < 2 << 3).then(|| (1 - (tag & 3) as i64) * digit)
            }
            IntLayout::Signed => {
                let size = *word as isize;
                ((size + 1) as usize <= 2).then(|| if size == 0 { 0 } else { size as i64 * digit })
            }
            IntLayout::Unknown => None,
        }
    }
}

/// An int for anything that has `__index__`.
unsafe fn as_int(object: Ref) -> Option<Owned> {
    // SAFETY: the object is alive.
    unsafe {
        if types::is(object, flag::INT) {
            Some(Owned::more(object))
        } else {
            Owned::new(capi::PyNumber_Index(object))
        }
    }
}

/// The value of an int, and not of a derived type, that is read in line.
#[inline(always)]
pub(crate) unsafe fn small(object: Ref) -> Option<i64> {
    // SAFETY: the object is alive.
    unsafe {
        if type_of(object) == capi::PyLong_Type() {
            compact(object, facts().int, facts().header)
        } else {
            None
        }
    }
}

/// What `int_as_i64` reads.
#[inline(always)]
pub(crate) unsafe fn as_i64(object: Ref) -> Option<i64> {
    // SAFETY: the object is alive.
    unsafe { small(object).or_else(|| as_i64_slowly(object)) }
}

#[inline(never)]
unsafe fn as_i64_slowly(object: Ref) -> Option<i64> {
    // SAFETY: the object is alive.
    unsafe {
        let int = as_int(object)?;
        let value = capi::PyLong_AsLongLong(int.get());
        if value == -1 && pending() { None } else { Some(value) }
    }
}

/// What `float_as_f64` reads.
#[inline(always)]
pub(crate) unsafe fn as_f64(object: Ref) -> Option<f64> {
    // SAFETY: the object is alive; a float's value follows its header where the facts say so.
    unsafe {
        if facts().float && type_of(object) == capi::PyFloat_Type() {
            return Some(object.0.as_ptr().cast::<u8>().add(facts().header).cast::<f64>().read());
        }
        as_f64_slowly(object)
    }
}

#[inline(never)]
unsafe fn as_f64_slowly(object: Ref) -> Option<f64> {
    // SAFETY: the object is alive.
    unsafe {
        let value = capi::PyFloat_AsDouble(object);
        if value != -1.0 || !pending() {
            return Some(value);
        }
        // PyPy does not ask for `__index__`.
        if facts().pypy && capi::PyErr_ExceptionMatches(capi::PyExc_TypeError()) != 0 {
            let error = Aside::new();
            let name = Owned::new(text("__index__"))?;
            if let Some(method) = super::object::attribute(type_of(object), name.get()).ok()? {
                owned::close(method);
                error.drop_it();
                let int = Owned::new(capi::PyNumber_Index(object))?;
                let value = capi::PyFloat_AsDouble(int.get());
                return if value == -1.0 && pending() { None } else { Some(value) };
            }
        }
        None
    }
}

/// Stores what was read.
#[inline(always)]
unsafe fn store<T>(read: Option<T>, place: *mut T) -> Status {
    match read {
        Some(value) => {
            // SAFETY: the caller of the table function gave the place.
            unsafe { place.write(value) };
            Status::OK
        }
        None => Status::FAILED,
    }
}

/// `int.NAME(first, count, "little", signed=signed)`, for interpreters without a C function for it.
#[inline]
unsafe fn by_method(name: &core::ffi::CStr, first: Ref, count: Option<usize>, signed: bool) -> Option<Owned> {
    // SAFETY: the references are live.
    unsafe {
        let method = Owned::new(capi::PyObject_GetAttrString(capi::PyLong_Type(), name.as_ptr()))?;
        let order = Owned::new(text("little"))?;
        let count = match count {
            Some(count) => Some(Owned::new(capi::PyLong_FromUnsignedLongLong(count as u64))?),
            None => None,
        };
        let arguments: Vec<Ref> =
            [Some(first), count.as_ref().map(Owned::get), Some(order.get())].into_iter().flatten().collect();
        let truth = Owned::new(capi::PyLong_FromLongLong(signed.into()))?;
        let keywords = Owned::new(capi::PyDict_New())?;
        if capi::PyDict_SetItemString(keywords.get(), c"signed".as_ptr(), truth.get()).0 < 0 {
            return None;
        }
        Owned::new(capi::PyObject_VectorcallDict(
            method.get(),
            arguments.as_ptr(),
            arguments.len(),
            Some(keywords.get()),
        ))
    }
}

// Flags of `PyLong_AsNativeBytes` and `PyLong_FromNativeBytes`.
const LITTLE_ENDIAN: c_int = 1;
const UNSIGNED_BUFFER: c_int = 4;
const REJECT_NEGATIVE: c_int = 8;

#[inline]
unsafe fn to_bytes(object: Ref, bytes: *mut u8, len: usize, signed: bool) -> Option<()> {
    // SAFETY: the object is alive and the memory as long as the caller says.
    unsafe {
        let int = as_int(object)?;
        if let Some(write) = capi::PyLong_AsNativeBytes()
            && len > 0
        {
            let flags = LITTLE_ENDIAN | if signed { 0 } else { UNSIGNED_BUFFER | REJECT_NEGATIVE };
            let needed = write(int.get(), bytes.cast(), len as isize, flags);
            if needed < 0 {
                if catch(capi::PyExc_ValueError()) {
                    raise(
                        capi::PyExc_OverflowError(),
                        format_args!("can't convert negative int to unsigned"),
                    );
                }
                return None;
            }
            if needed as usize > len {
                raise(capi::PyExc_OverflowError(), format_args!("int too big to convert"));
                return None;
            }
            return Some(());
        }
        if let Some(write) = capi::_PyLong_AsByteArray() {
            // The last argument exists since 3.13; before, it is ignored.
            return (write(int.get(), bytes, len, 1, signed.into(), 1) >= 0).then_some(());
        }
        let written = by_method(c"to_bytes", int.get(), Some(len), signed)?;
        let (mut data, mut size) = (core::ptr::null_mut(), 0);
        if capi::PyBytes_AsStringAndSize(written.get(), &mut data, &mut size) < 0 {
            return None;
        }
        core::ptr::copy_nonoverlapping(data, bytes, len.min(size as usize));
        Some(())
    }
}

functions! {
    fn int_from_i64(value: i64; context) -> Option<Ref> {
        capi::PyLong_FromLongLong(value)
    }

    fn int_from_u64(value: u64; context) -> Option<Ref> {
        capi::PyLong_FromUnsignedLongLong(value)
    }

    fn int_from_bytes(bytes: *const u8, len: usize, signed: c_int; context) -> Option<Ref> {
        let native =
            if signed != 0 { capi::PyLong_FromNativeBytes() } else { capi::PyLong_FromUnsignedNativeBytes() };
        match native {
            Some(read) => read(bytes.cast(), len, LITTLE_ENDIAN),
            None if len == 0 => capi::PyLong_FromLongLong(0),
            None => capi::_PyLong_FromByteArray(bytes, len, 1, signed),
        }
    }

    fn int_as_i64(object: Ref, value: *mut i64; context) -> Status {
        store(as_i64(object), value)
    }

    fn int_as_u64(object: Ref, value: *mut u64; context) -> Status {
        if types::is(object, flag::INT)
            && let Some(found @ 0..) = compact(object, facts().int, facts().header)
        {
            return store(Some(found as u64), value);
        }
        let Some(int) = as_int(object) else { return Status::FAILED };
        let found = capi::PyLong_AsUnsignedLongLong(int.get());
        store(if found == u64::MAX && pending() { None } else { Some(found) }, value)
    }

    fn int_as_u64_mask(object: Ref, value: *mut u64; context) -> Status {
        let Some(int) = as_int(object) else { return Status::FAILED };
        let found = capi::PyLong_AsUnsignedLongLongMask(int.get());
        store(if found == u64::MAX && pending() { None } else { Some(found) }, value)
    }

    fn int_to_bytes(object: Ref, bytes: *mut u8, len: usize, signed: c_int; context) -> Status {
        if to_bytes(object, bytes, len, signed != 0).is_some() { Status::OK } else { Status::FAILED }
    }

    fn int_bit_length(object: Ref; context) -> Size {
        let Some(int) = as_int(object) else { return Size(-1) };
        if let Some(count) = capi::_PyLong_NumBits() {
            return Size(count(int.get()) as isize);
        }
        let Some(method) = Owned::new(capi::PyObject_GetAttrString(capi::PyLong_Type(), c"bit_length".as_ptr())) else {
            return Size(-1);
        };
        let count = Owned::new(capi::PyObject_VectorcallDict(method.get(), &int.get(), 1, None));
        Size(count.and_then(|count| as_i64(count.get())).map_or(-1, |count| count as isize))
    }

    fn float_from_f64(value: f64; context) -> Option<Ref> {
        capi::PyFloat_FromDouble(value)
    }

    fn float_as_f64(object: Ref, value: *mut f64; context) -> Status {
        store(as_f64(object), value)
    }

    fn complex_new(real: f64, imaginary: f64; context) -> Option<Ref> {
        capi::PyComplex_FromDoubles(real, imaginary)
    }

    fn complex_parts(object: Ref, real: *mut f64, imaginary: *mut f64; context) -> Status {
        // One conversion for both parts: `__complex__` may run Python code.
        let is_complex = types::derives(type_of(object), capi::PyComplex_Type());
        let converted = if is_complex {
            Owned::more(object)
        } else {
            let name = match Owned::new(text("__complex__")) {
                Some(name) => name,
                None => return Status::FAILED,
            };
            match super::object::attribute(type_of(object), name.get()) {
                Err(()) => return Status::FAILED,
                Ok(Some(method)) => {
                    let method = Owned::new(Some(method));
                    drop(method);
                    match Owned::new(capi::PyObject_VectorcallDict(capi::PyComplex_Type(), &object, 1, None)) {
                        Some(value) => value,
                        None => return Status::FAILED,
                    }
                }
                Ok(None) => {
                    *imaginary = 0.0;
                    return store(as_f64(object), real);
                }
            }
        };
        *real = capi::PyComplex_RealAsDouble(converted.get());
        if *real == -1.0 && pending() {
            return Status::FAILED;
        }
        *imaginary = capi::PyComplex_ImagAsDouble(converted.get());
        if *imaginary == -1.0 && pending() { Status::FAILED } else { Status::OK }
    }
}
