//! The characters of a str.

use super::{Api, Live, Raw};
use crate::convert::Temp;
use crate::error::Result;
use crate::types::StrData;
use hstack_sys::StrView;
use std::slice::from_raw_parts;

impl<'a, 'f> Api<'a, 'f> {
    /// The characters of a str that is alive for `'x`.
    #[inline]
    pub(crate) fn characters<'x>(self, object: Live<'x>) -> Result<StrData<'x>> {
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
