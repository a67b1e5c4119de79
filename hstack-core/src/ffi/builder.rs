//! The builder of str: memory that nobody else sees until it is a str.

use super::Raw;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::Str;
use hstack_sys::StrBuilder as Words;
use std::slice::from_raw_parts_mut;

/// A str under construction: [`Frame::str_builder`].
///
/// It is as long as announced, and its characters are as wide as the highest one that was announced.
/// Text is appended, or written through [`StrBuilder::memory`]. Dropping the builder gives it up.
pub struct StrBuilder<'a, 'f> {
    words: Words,
    /// How many characters are written.
    filled: usize,
    /// The highest character that may be appended.
    highest: u32,
    frame: &'a Frame<'f>,
}

/// The memory of a [`StrBuilder`]: one element for each character.
pub enum StrMemory<'b> {
    /// Characters up to `U+00FF`.
    Latin1(&'b mut [u8]),
    /// Characters up to `U+FFFF`.
    Ucs2(&'b mut [u16]),
    /// All characters.
    Ucs4(&'b mut [u32]),
}

impl<'f> Frame<'f> {
    /// Starts a str of `len` characters, none above `highest`: for text that is made character by
    /// character, without a detour through UTF-8.
    ///
    /// # Errors
    /// `MemoryError`.
    ///
    /// ```
    /// use hstack::prelude::*;
    ///
    /// fn stars<'f>(f: &Frame<'f>, word: Handle<'f, Str>) -> Result<Handle<'f, Str>> {
    ///     let n = word.len(f)?;
    ///     let mut text = f.str_builder(n + 2, '★')?;
    ///     text.push('[');
    ///     for _ in 0..n {
    ///         text.push('★');
    ///     }
    ///     text.push(']');
    ///     text.finish()
    /// }
    /// ```
    #[inline]
    pub fn str_builder(&self, len: usize, highest: char) -> Result<StrBuilder<'_, 'f>> {
        let highest = match u32::from(highest) {
            0..0x80 => 0x7f,
            0x80..0x100 => 0xff,
            0x100..0x1_0000 => 0xffff,
            _ => 0x10_ffff,
        };
        let mut words = Words {
            size: size_of::<Words>(),
            kind: 1,
            len: 0,
            data: std::ptr::null_mut(),
            provider: std::ptr::null_mut(),
        };
        // SAFETY: the struct is ours for the call.
        unsafe { self.api().str_builder_new(len, highest, Raw::new(&mut words))? };
        Ok(StrBuilder { words, filled: 0, highest, frame: self })
    }
}

macro_rules! append {
    ($(#[$meta:meta])* $name:ident($ty:ty) $above:literal) => {
        $(#[$meta])*
        ///
        /// # Panics
        /// When it does not fit, or a character is above the highest one announced.
        #[inline]
        pub fn $name(&mut self, text: &[$ty]) {
            let place = self.reserve(text.len());
            assert!(
                self.highest >= $above || text.iter().all(|&c| u32::from(c) <= self.highest),
                "a character above the highest one that was announced"
            );
            // SAFETY: `reserve` checked that so many characters fit from `place` on; the memory is as wide
            // as `kind` says, and nobody else sees it.
            unsafe {
                match self.words.kind {
                    1 => widen(text, self.words.data.cast::<u8>().add(place), |c| c as u8),
                    2 => widen(text, self.words.data.cast::<u16>().add(place), |c| c as u16),
                    _ => widen(text, self.words.data.cast::<u32>().add(place), |c| c as u32),
                }
            }
        }
    };
}

/// # Safety
/// There is room for all of `text` at `to`.
#[inline(always)]
unsafe fn widen<A: Copy, B>(text: &[A], to: *mut B, convert: impl Fn(A) -> B) {
    for (i, &c) in text.iter().enumerate() {
        // SAFETY: passed on to the caller.
        unsafe { to.add(i).write(convert(c)) };
    }
}

impl<'f> StrBuilder<'_, 'f> {
    /// How many characters the str will have.
    #[inline]
    pub fn len(&self) -> usize {
        self.words.len
    }

    /// Whether it will have none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.words.len == 0
    }

    /// How many of them are missing.
    #[inline]
    pub fn remaining(&self) -> usize {
        self.words.len - self.filled
    }

    #[inline(always)]
    fn reserve(&mut self, count: usize) -> usize {
        let place = self.filled;
        assert!(count <= self.words.len - place, "more characters than the builder was announced");
        self.filled += count;
        place
    }

    /// Appends a character.
    ///
    /// # Panics
    /// When it does not fit, or is above the highest one announced.
    #[inline]
    pub fn push(&mut self, character: char) {
        self.extend_ucs4(&[character.into()]);
    }

    append! {
        /// Appends characters up to `U+00FF`, or ASCII text.
        extend_latin1(u8) 0xff
    }
    append! {
        /// Appends characters up to `U+FFFF`. They are not UTF-16: a surrogate stays one.
        extend_ucs2(u16) 0xffff
    }
    append! {
        /// Appends characters. Lone surrogates are among them.
        extend_ucs4(u32) 0xffff_ffff
    }

    /// Appends text.
    ///
    /// # Panics
    /// When it does not fit, or a character is above the highest one announced.
    #[inline]
    pub fn push_str(&mut self, text: &str) {
        if text.is_ascii() {
            return self.extend_latin1(text.as_bytes());
        }
        text.chars().for_each(|c| self.push(c));
    }

    /// All of the memory, to write to in any order. What was not appended yet is zero. It is as wide as
    /// the highest character that was announced; the str will be as wide as its own highest one.
    #[inline]
    pub fn memory(&mut self) -> StrMemory<'_> {
        let (data, len, filled) = (self.words.data, self.words.len, self.filled);
        self.filled = len;
        if len == 0 {
            return StrMemory::Latin1(&mut []);
        }
        // SAFETY: the memory has `len` characters as wide as `kind` says, the first `filled` are written,
        // and nobody else sees it while `self` is borrowed.
        unsafe {
            match self.words.kind {
                1 => StrMemory::Latin1(zeroed(data.cast(), filled, len)),
                2 => StrMemory::Ucs2(zeroed(data.cast(), filled, len)),
                _ => StrMemory::Ucs4(zeroed(data.cast(), filled, len)),
            }
        }
    }

    /// Makes the str.
    ///
    /// # Errors
    /// `MemoryError`; `ValueError` when something above `U+10FFFF` was written to the memory.
    ///
    /// # Panics
    /// When fewer characters were written than announced.
    #[inline]
    pub fn finish(mut self) -> Result<Handle<'f, Str>> {
        let f = self.frame;
        assert!(self.remaining() == 0, "fewer characters than the builder was announced");
        // SAFETY: made by `str_builder_new`, used up once: `self` is forgotten.
        let made = unsafe { f.api().str_builder_finish(Raw::new(&mut self.words)) };
        std::mem::forget(self);
        f.keep(made)
    }
}

/// # Safety
/// There are `len` elements at `data`, unshared for `'b`, the first `filled` of them written.
unsafe fn zeroed<'b, T>(data: *mut T, filled: usize, len: usize) -> &'b mut [T] {
    // SAFETY: the caller's promise; zero is a value of all three types that this is used with.
    unsafe {
        data.add(filled).write_bytes(0, len - filled);
        from_raw_parts_mut(data, len)
    }
}

impl Drop for StrBuilder<'_, '_> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: made by `str_builder_new`, given up once.
        unsafe { self.frame.api().str_builder_cancel(Raw::new(&mut self.words)) }
    }
}
