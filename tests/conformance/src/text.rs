//! `str`

/// Strings.
#[hstack::module(submodule)]
pub mod text {
    use hstack::function;
    use hstack::prelude::*;
    use hstack::types::{StrData, StrMemory};
    use std::ffi::CString;

    #[function]
    pub fn echo(text: &str) -> &str {
        text
    }

    #[function]
    pub fn echo_string(text: String) -> String {
        text
    }

    #[function]
    pub fn echo_char(c: char) -> char {
        c
    }

    #[function]
    pub fn echo_c_string(text: CString) -> CString {
        text
    }

    #[function]
    pub fn utf8_length(text: &str) -> usize {
        text.len()
    }

    #[function]
    pub fn make<'f>(f: &Frame<'f>, text: &'f str) -> Result<Handle<'f, Str>> {
        f.str(text)
    }

    #[function]
    pub fn samples() -> Vec<&'static str> {
        vec!["", "a", "é", "€", "\u{1f980}", "a\0b", "ß\u{1f980}a\n"]
    }

    #[function]
    pub fn intern<'f>(f: &Frame<'f>, text: &'f str) -> Result<Handle<'f, Str>> {
        f.intern(text)
    }

    #[function]
    pub fn from_latin1<'f>(f: &Frame<'f>, text: &'f [u8]) -> Result<Handle<'f, Str>> {
        f.str_from_latin1(text)
    }

    #[function]
    pub fn from_ucs2(f: &Frame, text: Vec<u16>) -> Result<Handle<Str>> {
        f.str_from_ucs2(&text)
    }

    #[function]
    pub fn from_ucs4(f: &Frame, text: Vec<u32>) -> Result<Handle<Str>> {
        f.str_from_ucs4(&text)
    }

    #[function]
    pub fn decode<'f>(
        f: &Frame<'f>,
        data: &'f [u8],
        encoding: CString,
        errors: CString,
    ) -> Result<Handle<'f, Str>> {
        f.decode(data, &encoding, &errors)
    }

    #[function]
    pub fn len(f: &Frame, text: Handle<Str>) -> Result<usize> {
        text.len(f)
    }

    #[function]
    pub fn as_str(f: &Frame, text: Handle<Str>) -> Result<&str> {
        text.as_str(f)
    }

    #[function]
    pub fn lossy(f: &Frame, text: Handle<Str>) -> Result<String> {
        Ok(text.to_string_lossy(f)?.into_owned())
    }

    /// The kind of storage, and the characters.
    #[function]
    pub fn view(f: &Frame, text: Handle<Str>) -> Result<(&'static str, Vec<u32>)> {
        let view = text.view(f)?;
        let kind = match view {
            StrData::Ascii(_) => "ascii",
            StrData::Latin1(_) => "latin1",
            StrData::Ucs2(_) => "ucs2",
            StrData::Ucs4(_) => "ucs4",
        };
        Ok((kind, view.iter().collect()))
    }

    #[function]
    pub fn code_point(f: &Frame, text: Handle<Str>, index: usize) -> Result<u32> {
        text.code_point(f, index)
    }

    #[function]
    pub fn char_at(f: &Frame, text: Handle<Str>, index: usize) -> Result<char> {
        text.char_at(f, index)
    }

    #[function]
    pub fn substring(f: &Frame, text: Handle<Str>, start: usize, end: usize) -> Result<Handle<Str>> {
        text.substring(f, start, end)
    }

    #[function]
    pub fn concat<'f>(f: &Frame<'f>, a: Handle<'f, Str>, b: Handle<'f, Str>) -> Result<Handle<'f, Str>> {
        a.concat(f, b)
    }

    #[function]
    pub fn join<'f>(f: &Frame<'f>, text: Handle<'f, Str>, items: Handle<'f, Any>) -> Result<Handle<'f, Str>> {
        text.join(f, items)
    }

    #[function]
    pub fn equals(f: &Frame, text: Handle<Str>, other: &str) -> bool {
        text.equals(f, other)
    }

    #[function]
    pub fn encode(f: &Frame, text: Handle<Str>, encoding: CString, errors: CString) -> Result<Handle<Bytes>> {
        text.encode(f, &encoding, &errors)
    }

    #[function]
    pub fn encode_utf8(f: &Frame, text: Handle<Str>) -> Result<Handle<Bytes>> {
        text.encode_utf8(f)
    }

    #[function]
    pub fn encode_fs(f: &Frame, text: Handle<Str>) -> Result<Handle<Bytes>> {
        text.encode_fs(f)
    }

    #[function]
    pub fn split(f: &Frame, text: Handle<Str>, separator: &str) -> Result<Handle<List>> {
        text.split(f, separator)
    }

    /// Builds a str character by character.
    #[function]
    pub fn build(f: &Frame, len: usize, highest: char, text: String) -> Result<Handle<Str>> {
        let mut builder = f.str_builder(len, highest)?;
        for c in text.chars() {
            builder.push(c);
        }
        builder.finish()
    }

    #[function]
    pub fn build_pieces(f: &Frame, highest: char, pieces: Vec<String>) -> Result<Handle<Str>> {
        let len = pieces.iter().map(|p| p.chars().count()).sum();
        let mut builder = f.str_builder(len, highest)?;
        for piece in &pieces {
            builder.push_str(piece);
        }
        builder.finish()
    }

    #[function]
    pub fn build_code_points(f: &Frame, highest: char, text: Vec<u32>) -> Result<Handle<Str>> {
        let mut builder = f.str_builder(text.len(), highest)?;
        builder.extend_ucs4(&text);
        builder.finish()
    }

    /// Writes the memory itself: every place gets the same value.
    #[function]
    pub fn build_memory(f: &Frame, len: usize, highest: char, value: u32) -> Result<Handle<Str>> {
        let mut builder = f.str_builder(len, highest)?;
        match builder.memory() {
            StrMemory::Latin1(memory) => memory.fill(value as u8),
            StrMemory::Ucs2(memory) => memory.fill(value as u16),
            StrMemory::Ucs4(memory) => memory.fill(value),
        }
        builder.finish()
    }

    /// Gives a builder up.
    #[function]
    pub fn build_nothing(f: &Frame, len: usize, highest: char) -> Result<(usize, usize)> {
        let mut builder = f.str_builder(len, highest)?;
        if len > 0 {
            builder.push('x');
        }
        Ok((builder.len(), builder.remaining()))
    }

    /// The text stays readable while the interpreter is given up.
    #[function]
    pub fn detached_length<'f>(f: &mut Frame<'f>, text: &'f str) -> usize {
        f.detach(|| text.chars().count())
    }
}
