//! The characters of a str.

use super::{Api, Live, Raw};
use crate::convert::Temp;
use crate::error::Result;
use crate::handle::Handle;
use crate::types::{Str, StrData};
use hstack_sys::StrView;
use std::slice::from_raw_parts;

impl<'a, 'f> Api<'a, 'f> {
    /// The text of a str.
    #[inline(always)]
    pub(crate) fn text<'x>(self, object: Handle<'x, Str>) -> Result<&'x str> {
        match self.stored(object) {
            // SAFETY: ASCII is UTF-8.
            Some(StrData::Ascii(text)) => Ok(unsafe { std::str::from_utf8_unchecked(text) }),
            _ => self.utf8(object.live()),
        }
    }

    /// The characters of a str.
    #[inline(always)]
    pub(crate) fn characters<'x>(self, object: Handle<'x, Str>) -> Result<StrData<'x>> {
        match self.stored(object) {
            Some(found) => Ok(found),
            None => self.viewed(object.live()),
        }
    }

    /// The characters of a str, where the provider says how they are stored.
    #[inline(always)]
    fn stored<'x>(self, object: Handle<'x, Str>) -> Option<StrData<'x>> {
        let ctx = self.0.ctx();
        let texts = &ctx.get().accelerators.texts;
        if texts.state == 0 {
            return None;
        }
        // SAFETY: the provider publishes where a str has these words and its characters, which live as
        // long as the str; a str is immutable.
        unsafe {
            let start = object.raw().0.as_ptr().cast::<u8>();
            let kind = start.add(texts.state as usize).cast::<u32>().read() & texts.mask;
            let len = start.add(texts.len as usize).cast::<usize>().read();
            if kind == texts.kinds[0] {
                return Some(StrData::Ascii(from_raw_parts(start.add(texts.ascii as usize), len)));
            }
            let wide = start.add(texts.wide as usize);
            if kind == texts.kinds[1] {
                Some(StrData::Latin1(from_raw_parts(wide, len)))
            } else if kind == texts.kinds[2] {
                Some(StrData::Ucs2(from_raw_parts(wide.cast(), len)))
            } else if kind == texts.kinds[3] {
                Some(StrData::Ucs4(from_raw_parts(wide.cast(), len)))
            } else {
                None
            }
        }
    }

    /// The characters of a str, as the table sees them.
    #[inline]
    fn viewed<'x>(self, object: Live<'x>) -> Result<StrData<'x>> {
        let mut view = StrView { kind: 1, ascii: 1, data: std::ptr::null(), len: 0 };
        self.str_view(object, &mut view)?;
        if view.len == 0 {
            return Ok(StrData::Ascii(&[]));
        }
        // SAFETY: the table promises `len` characters of that kind, which live as long as the str; a
        // str is immutable.
        Ok(unsafe {
            match (view.kind, view.ascii) {
                (1, 0) => StrData::Latin1(from_raw_parts(view.data.cast(), view.len)),
                (1, _) => StrData::Ascii(from_raw_parts(view.data.cast(), view.len)),
                (2, _) => StrData::Ucs2(from_raw_parts(view.data.cast(), view.len)),
                _ => StrData::Ucs4(from_raw_parts(view.data.cast(), view.len)),
            }
        })
    }

    #[inline]
    pub(crate) fn str_of_latin1(self, text: &[u8]) -> Result<Temp<'a, 'f>> {
        // SAFETY: the pointer and length are those of `text`.
        unsafe { self.str_from_kind(1, Raw::new(text.as_ptr().cast()), text.len()) }
    }

    #[inline]
    pub(crate) fn str_of_ucs2(self, text: &[u16]) -> Result<Temp<'a, 'f>> {
        // SAFETY: as above.
        unsafe { self.str_from_kind(2, Raw::new(text.as_ptr().cast()), text.len()) }
    }

    #[inline]
    pub(crate) fn str_of_ucs4(self, text: &[u32]) -> Result<Temp<'a, 'f>> {
        // SAFETY: as above.
        unsafe { self.str_from_kind(4, Raw::new(text.as_ptr().cast()), text.len()) }
    }
}
