//! `str`

use super::{Any, Bytes, Str, StrData, Type};
use crate::convert::ToPy;
use crate::error::Result;
use crate::exceptions::ValueError;
use crate::frame::Frame;
use crate::handle::Handle;
use hstack_sys::Constant;
use std::borrow::Cow;
use std::ffi::CStr;

impl<'f> Frame<'f> {
    /// A str.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn str(&self, text: &str) -> Result<Handle<'f, Str>> {
        self.keep(self.api().str_from(text))
    }

    /// The interned str of this text: equal ones are the same object.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn intern(&self, text: &str) -> Result<Handle<'f, Str>> {
        self.keep(self.api().interned(text))
    }

    /// A str of characters up to `U+00FF`.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn str_from_latin1(&self, text: &[u8]) -> Result<Handle<'f, Str>> {
        self.keep(self.api().str_of_latin1(text))
    }

    /// A str of characters up to `U+FFFF`. It is not UTF-16: a surrogate stays one.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn str_from_ucs2(&self, text: &[u16]) -> Result<Handle<'f, Str>> {
        self.keep(self.api().str_of_ucs2(text))
    }

    /// A str of any characters.
    ///
    /// # Errors
    /// `ValueError` above `U+10FFFF`; `MemoryError`.
    #[inline]
    pub fn str_from_ucs4(&self, text: &[u32]) -> Result<Handle<'f, Str>> {
        if text.iter().any(|&c| c > 0x10_ffff) {
            return Err(ValueError::new_err("character is not in range [U+0000; U+10FFFF]"));
        }
        self.keep(self.api().str_of_ucs4(text))
    }

    /// `bytes.decode(encoding, errors)` of Rust bytes.
    ///
    /// # Errors
    /// `UnicodeDecodeError`, as `errors` says; `LookupError` for an unknown encoding.
    #[inline]
    pub fn decode(&self, data: &[u8], encoding: &CStr, errors: &CStr) -> Result<Handle<'f, Str>> {
        self.keep(self.api().decode(data, encoding, errors))
    }
}

impl<'f> Handle<'f, Str> {
    /// How many characters there are, whatever the `__len__` of a derived class says.
    ///
    /// # Errors
    /// None for a str; the result is that of the table.
    #[inline]
    pub fn len(self, f: &Frame<'f>) -> Result<usize> {
        let class: Handle<Type> = f.known_constant(Constant::Str);
        if f.is_exactly(self.live(), class.live()) {
            return f.api().len(self.live());
        }
        Ok(self.view(f)?.len())
    }

    /// The text, as UTF-8. It is immutable, so it lives as long as the frame and stays usable inside
    /// [`Frame::detach`].
    ///
    /// # Errors
    /// `UnicodeEncodeError` for lone surrogates, which UTF-8 does not have.
    #[inline]
    pub fn as_str(self, f: &Frame<'f>) -> Result<&'f str> {
        f.api().text(self)
    }

    /// As [`Handle::as_str`].
    ///
    /// # Errors
    /// As [`Handle::as_str`].
    #[inline]
    pub fn to_cow(self, f: &Frame<'f>) -> Result<Cow<'f, str>> {
        self.as_str(f).map(Cow::Borrowed)
    }

    /// The text, with `U+FFFD` for each lone surrogate.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn to_string_lossy(self, f: &Frame<'f>) -> Result<Cow<'f, str>> {
        let data = self.view(f)?;
        if data.iter().any(|c| char::from_u32(c).is_none()) {
            return Ok(data
                .iter()
                .map(|c| char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect());
        }
        self.to_cow(f)
    }

    /// The characters as the interpreter stores them, where it does so; no UTF-8 is made. Borrowed for
    /// the frame, as [`Handle::as_str`].
    ///
    /// # Errors
    /// `MemoryError`.
    ///
    /// ```
    /// use hstack::prelude::*;
    /// use hstack::types::StrData;
    ///
    /// fn count_ampersands<'f>(f: &Frame<'f>, text: Handle<'f, Str>) -> Result<usize> {
    ///     Ok(match text.view(f)? {
    ///         StrData::Ascii(text) | StrData::Latin1(text) => text.iter().filter(|&&c| c == b'&').count(),
    ///         StrData::Ucs2(text) => text.iter().filter(|&&c| c == u16::from(b'&')).count(),
    ///         StrData::Ucs4(text) => text.iter().filter(|&&c| c == u32::from(b'&')).count(),
    ///     })
    /// }
    /// ```
    #[inline]
    pub fn view(self, f: &Frame<'f>) -> Result<StrData<'f>> {
        f.api().characters(self)
    }

    /// The character at an index from 0, as a number: it may be a lone surrogate.
    ///
    /// # Errors
    /// `IndexError` out of range.
    #[inline]
    pub fn code_point(self, f: &Frame<'f>, index: usize) -> Result<u32> {
        let mut character = 0;
        f.api().str_read(self.live(), super::sequence::clip(index), &mut character)?;
        Ok(character)
    }

    /// The character at an index from 0.
    ///
    /// # Errors
    /// `IndexError` out of range; `ValueError` for a lone surrogate, which is no `char`.
    #[inline]
    pub fn char_at(self, f: &Frame<'f>, index: usize) -> Result<char> {
        Ok(char::try_from(self.code_point(f, index)?)?)
    }

    /// `self[start:end]`: in characters, clipped to those that there are.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn substring(self, f: &Frame<'f>, start: usize, end: usize) -> Result<Handle<'f, Str>> {
        let clip = super::sequence::clip;
        f.keep(f.api().str_substring(self.live(), clip(start), clip(end)))
    }

    /// `self + other`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn concat(self, f: &Frame<'f>, other: Handle<'f, Str>) -> Result<Handle<'f, Str>> {
        f.keep(f.api().str_concat(self.live(), other.live()))
    }

    /// `self.join(items)`
    ///
    /// # Errors
    /// `TypeError` when an item is no str, and what iterating raises.
    #[inline]
    pub fn join(self, f: &Frame<'f>, items: Handle<'f, Any>) -> Result<Handle<'f, Str>> {
        f.keep(f.api().str_join(self.live(), items.live()))
    }

    /// Whether the text is this one.
    #[inline]
    pub fn equals(self, f: &Frame<'f>, text: &str) -> bool {
        f.api().str_equals(self.live(), text)
    }

    /// `self.encode(encoding, errors)`
    ///
    /// # Errors
    /// `UnicodeEncodeError`, as `errors` says; `LookupError` for an unknown encoding.
    #[inline]
    pub fn encode(self, f: &Frame<'f>, encoding: &CStr, errors: &CStr) -> Result<Handle<'f, Bytes>> {
        f.keep(f.api().encode(self.live(), encoding, errors))
    }

    /// `self.encode()`: UTF-8.
    ///
    /// # Errors
    /// `UnicodeEncodeError` for lone surrogates.
    #[inline]
    pub fn encode_utf8(self, f: &Frame<'f>) -> Result<Handle<'f, Bytes>> {
        self.encode(f, c"utf-8", c"strict")
    }

    /// `os.fsencode(self)`
    ///
    /// # Errors
    /// `UnicodeEncodeError` for what the file system cannot name.
    #[inline]
    pub fn encode_fs(self, f: &Frame<'f>) -> Result<Handle<'f, Bytes>> {
        f.keep(f.api().str_encode_fs(self.live()))
    }

    /// `self.split(separator)`, or at whitespace when that is `()`.
    ///
    /// # Errors
    /// `ValueError` for an empty separator.
    #[inline]
    pub fn split(self, f: &Frame<'f>, separator: impl ToPy<'f>) -> Result<Handle<'f, super::List>> {
        self.call_method(f, name!("split"), (separator,))
    }
}
