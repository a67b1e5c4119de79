//! `markupsafe._speedups`: escapes text for HTML.

mod escape;

/// Escapes text for HTML.
#[hstack::module]
mod _speedups {
    use crate::escape::{escape, growth};
    use hstack::function;
    use hstack::prelude::*;
    use hstack::types::{StrData, StrMemory};

    /// Replace the characters ``&``, ``<``, ``>``, ``'``, and ``"`` in the string with HTML-safe
    /// sequences.
    #[function]
    #[hstack(signature = (s, /))]
    fn _escape_inner(f: &Frame, s: Handle<Str>) -> Result<Handle<Str>> {
        let text = s.view(f)?;
        let growth = match text {
            StrData::Ascii(text) | StrData::Latin1(text) => growth(text),
            StrData::Ucs2(text) => growth(text),
            StrData::Ucs4(text) => growth(text),
        };
        if growth == 0 {
            return Ok(s);
        }
        let mut result = f.str_builder(text.len() + growth, text.highest())?;
        match (text, result.memory()) {
            (StrData::Ascii(text) | StrData::Latin1(text), StrMemory::Latin1(out)) => escape(text, out),
            (StrData::Ucs2(text), StrMemory::Ucs2(out)) => escape(text, out),
            (StrData::Ucs4(text), StrMemory::Ucs4(out)) => escape(text, out),
            _ => unreachable!("the result is as wide as the text"),
        }
        result.finish()
    }
}
