//! Table functions that take or give memory, as safe methods over slices and strings.

use super::{Api, Found, Live, Raw};
use crate::convert::Temp;
use crate::error::{Error, Result};
use crate::frame::Frame;
use crate::handle::Handle;
use hstack_sys::{Ref, Size};
use std::ffi::CStr;
use std::mem::MaybeUninit;

/// `arguments[-1]` may be overwritten during the call (PEP 590).
const ROOM_BEFORE: usize = 1 << (usize::BITS - 1);

impl<'a, 'f> Api<'a, 'f> {
    #[inline]
    pub(crate) fn str_from(self, text: &str) -> Result<Temp<'a, 'f>> {
        // SAFETY: the pointer and length are those of `text`.
        unsafe { self.str_from_utf8(Raw::new(text.as_ptr().cast()), text.len()) }
    }

    #[inline]
    pub(crate) fn interned(self, text: &str) -> Result<Temp<'a, 'f>> {
        // SAFETY: as above.
        unsafe { self.str_intern(Raw::new(text.as_ptr().cast()), text.len()) }
    }

    #[inline]
    pub(crate) fn str_equals(self, object: Live<'_>, text: &str) -> bool {
        // SAFETY: as above.
        unsafe { self.str_equals_utf8(object, Raw::new(text.as_ptr().cast()), text.len()) }
    }

    /// The text of a str that is alive for `'x`.
    #[inline]
    pub(crate) fn utf8<'x>(self, object: Live<'x>) -> Result<&'x str> {
        let mut len = 0;
        let text = self.str_as_utf8(object, &mut len)?;
        // SAFETY: the table promises `len` bytes of UTF-8 that live as long as the str, which is
        // immutable.
        Ok(unsafe { std::str::from_utf8_unchecked(std::slice::from_raw_parts(text.cast(), len as usize)) })
    }

    #[inline]
    pub(crate) fn bytes_of(self, data: &[u8]) -> Result<Temp<'a, 'f>> {
        // SAFETY: the pointer and length are those of `data`.
        unsafe { self.bytes_from(Raw::new(data.as_ptr()), data.len()) }
    }

    /// The memory of a bytes object that is alive for `'x`.
    #[inline]
    pub(crate) fn bytes_data<'x>(self, object: Live<'x>) -> Result<&'x [u8]> {
        let mut len = 0;
        let data = self.bytes_view(object, &mut len)?;
        // SAFETY: the table promises `len` bytes that live as long as the object, which is immutable.
        Ok(unsafe { std::slice::from_raw_parts(data, len) })
    }

    #[inline]
    pub(crate) fn list_of(self, items: &[Live<'_>]) -> Result<Temp<'a, 'f>> {
        // SAFETY: `Live` is one `Ref`.
        unsafe { self.list_from_array(Raw::new(items.as_ptr().cast()), items.len()) }
    }

    #[inline]
    pub(crate) fn tuple_of(self, items: &[Live<'_>]) -> Result<Temp<'a, 'f>> {
        // SAFETY: as above.
        unsafe { self.tuple_from_array(Raw::new(items.as_ptr().cast()), items.len()) }
    }

    #[inline]
    pub(crate) fn list_of_i64(self, values: &[i64]) -> Result<Temp<'a, 'f>> {
        // SAFETY: the pointer and length are those of `values`.
        unsafe { self.list_from_i64(Raw::new(values.as_ptr()), values.len()) }
    }

    #[inline]
    pub(crate) fn list_of_f64(self, values: &[f64]) -> Result<Temp<'a, 'f>> {
        // SAFETY: as above.
        unsafe { self.list_from_f64(Raw::new(values.as_ptr()), values.len()) }
    }

    /// Calls with `args[1..]`; `args[0]` is room that the callee may use. The values of the keywords
    /// in `names`, `keywords` of them, come last.
    #[inline]
    pub(crate) fn call_with(
        self,
        callable: Live<'_>,
        args: &mut [Option<Live<'_>>],
        keywords: usize,
        names: Option<Live<'_>>,
    ) -> Result<Temp<'a, 'f>> {
        let count = args.len() - 1 - keywords;
        // SAFETY: `Option<Live>` is one word, and all but the first are set by the callers in `call.rs`.
        unsafe {
            let args = args.as_mut_ptr().cast::<Ref>();
            self.call(callable, Raw::new(args.add(1)), count | ROOM_BEFORE, names)
        }
    }

    /// Calls the method `name` of `args[1]` with `args[2..]`; `args[0]` is room.
    #[inline]
    pub(crate) fn call_method_with(
        self,
        name: Live<'_>,
        args: &mut [Option<Live<'_>>],
        keywords: usize,
        names: Option<Live<'_>>,
    ) -> Result<Temp<'a, 'f>> {
        let count = args.len() - 1 - keywords;
        // SAFETY: as above.
        unsafe {
            let args = args.as_mut_ptr().cast::<Ref>();
            self.call_method(name, Raw::new(args.add(1)), count | ROOM_BEFORE, names)
        }
    }

    /// Exactly `N` items of an iterable.
    #[inline]
    pub(crate) fn unpack<const N: usize>(self, object: Live<'_>) -> Result<[Temp<'a, 'f>; N]> {
        let mut items = [MaybeUninit::<Ref>::uninit(); N];
        // SAFETY: room for `N`; on success all are written and owned.
        unsafe {
            self.sequence_unpack(object, Raw::new(items.as_mut_ptr().cast()), N)?;
            Ok(items.map(|r| Temp::new(self.0, r.assume_init())))
        }
    }

    /// Up to `N` items of a list, put into `items`.
    #[inline]
    pub(crate) fn list_chunk<const N: usize>(
        self,
        list: Live<'_>,
        start: usize,
        items: &mut [Option<Temp<'a, 'f>>; N],
    ) -> Result<usize> {
        let mut raw = [MaybeUninit::<Ref>::uninit(); N];
        // SAFETY: room for `N`; as many as it says are written and owned.
        unsafe {
            let n = self.list_items(list, start, Raw::new(raw.as_mut_ptr().cast()), N)?;
            for (item, r) in items.iter_mut().zip(&raw[..n]) {
                *item = Some(Temp::new(self.0, r.assume_init()));
            }
            Ok(n)
        }
    }

    /// Appends up to `count` items of a list, from `start` on, as integers: how many there were.
    #[inline]
    pub(crate) fn read_i64(
        self,
        list: Live<'_>,
        start: usize,
        values: &mut Vec<i64>,
        count: usize,
    ) -> Result<usize> {
        let list = list.raw();
        // SAFETY: `append` passes a pointer with room for `count`.
        self.append(values, count, |end| unsafe { self.0.ctx().list_read_i64(list, start, end, count) })
    }

    /// The same as floats.
    #[inline]
    pub(crate) fn read_f64(
        self,
        list: Live<'_>,
        start: usize,
        values: &mut Vec<f64>,
        count: usize,
    ) -> Result<usize> {
        let list = list.raw();
        // SAFETY: as above.
        self.append(values, count, |end| unsafe { self.0.ctx().list_read_f64(list, start, end, count) })
    }

    /// Lets `read` write up to `count` values behind a vector's last one.
    #[inline]
    fn append<T>(
        self,
        values: &mut Vec<T>,
        count: usize,
        read: impl FnOnce(*mut T) -> Size,
    ) -> Result<usize> {
        values.reserve(count);
        let written = read(values.spare_capacity_mut().as_mut_ptr().cast());
        if written.0 < 0 {
            return Err(Error::take(self.0));
        }
        let written = written.0 as usize;
        // SAFETY: the table says how many were written.
        unsafe { values.set_len(values.len() + written) };
        Ok(written)
    }

    #[inline]
    pub(crate) fn int_of_bytes(self, bytes: &[u8], signed: bool) -> Result<Temp<'a, 'f>> {
        // SAFETY: the pointer and length are those of `bytes`.
        unsafe { self.int_from_bytes(Raw::new(bytes.as_ptr()), bytes.len(), signed.into()) }
    }

    #[inline]
    pub(crate) fn int_into_bytes(self, object: Live<'_>, bytes: &mut [u8], signed: bool) -> Result {
        // SAFETY: as above.
        unsafe { self.int_to_bytes(object, Raw::new(bytes.as_mut_ptr()), bytes.len(), signed.into())? };
        Ok(())
    }

    #[inline]
    pub(crate) fn encode(self, object: Live<'_>, encoding: &CStr, errors: &CStr) -> Result<Temp<'a, 'f>> {
        // SAFETY: NUL-terminated.
        unsafe { self.str_encode(object, Raw::new(encoding.as_ptr()), Raw::new(errors.as_ptr())) }
    }

    #[inline]
    pub(crate) fn decode(self, data: &[u8], encoding: &CStr, errors: &CStr) -> Result<Temp<'a, 'f>> {
        // SAFETY: NUL-terminated, and the pointer and length are those of `data`.
        unsafe {
            let data_pointer = Raw::new(data.as_ptr().cast());
            self.str_decode(data_pointer, data.len(), Raw::new(encoding.as_ptr()), Raw::new(errors.as_ptr()))
        }
    }

    #[inline]
    pub(crate) fn decode_fs(self, data: &[u8]) -> Result<Temp<'a, 'f>> {
        // SAFETY: the pointer and length are those of `data`.
        unsafe { self.str_decode_fs(Raw::new(data.as_ptr().cast()), data.len()) }
    }

    /// The next entry of a dict, both owned.
    #[inline]
    pub(crate) fn dict_entry(
        self,
        dict: Live<'_>,
        position: &mut isize,
    ) -> Result<Option<(Temp<'a, 'f>, Temp<'a, 'f>)>> {
        let (mut key, mut value) = (Found::new(self.0), Found::new(self.0));
        self.dict_next(dict, position, &mut key.slot, &mut value.slot)?;
        Ok(key.take().zip(value.take()))
    }
}

impl<'f> Frame<'f> {
    /// The frame keeps `temp`, whose object the caller knows to be a `T`.
    #[inline(always)]
    pub(crate) fn keep<T>(&self, temp: Result<Temp<'_, 'f>>) -> Result<Handle<'f, T>> {
        Ok(self.push(temp?))
    }
}

impl<'a, 'f> Api<'a, 'f> {
    /// A new exception class.
    #[inline]
    pub(crate) fn exception(
        self,
        name: &CStr,
        doc: Option<&CStr>,
        base: Option<Live<'_>>,
    ) -> Result<Temp<'a, 'f>> {
        // SAFETY: NUL-terminated.
        unsafe {
            let doc = Raw::new(doc.map_or(std::ptr::null(), CStr::as_ptr));
            self.exception_new(Raw::new(name.as_ptr()), doc, base, None)
        }
    }
}

impl<'a, 'f> Api<'a, 'f> {
    #[inline]
    pub(crate) fn function(
        self,
        definition: &'static hstack_sys::FunctionDef,
        this: Option<Live<'_>>,
        module: Option<Live<'_>>,
    ) -> Result<Temp<'a, 'f>> {
        // SAFETY: a static definition.
        unsafe { self.function_new(Raw::new(definition), this, module) }
    }

    #[inline]
    pub(crate) fn submodule(
        self,
        definition: &'static hstack_sys::ModuleDef,
        parent: Live<'_>,
    ) -> Result<Temp<'a, 'f>> {
        // SAFETY: a static definition.
        unsafe { self.submodule_new(Raw::new(definition), parent) }
    }
}
