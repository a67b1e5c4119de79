//! The escaping itself: plain Rust, for characters of any width.

use std::ops::{Add, BitOr};

/// A character as a str stores it: `u8`, `u16` or `u32`.
pub trait Unit: Copy + PartialEq + From<u8> + Into<u32> + Add<Output = Self> + BitOr<Output = Self> {}
impl<C: Copy + PartialEq + From<u8> + Into<u32> + Add<Output = C> + BitOr<Output = C>> Unit for C {}

/// How many characters are looked at together. Their growth fits into a `u8`.
const CHUNK: usize = 32;

/// By how much the text grows when it is escaped.
pub fn growth<C: Unit>(text: &[C]) -> usize {
    let (chunks, rest) = text.as_chunks();
    chunks.iter().map(chunk_growth).sum::<usize>() + sum(rest.iter().map(|&c| unit_growth(c)))
}

/// Without a branch, and in an array, so that it becomes vector instructions.
#[inline(always)]
fn chunk_growth<C: Unit>(chunk: &[C; CHUNK]) -> usize {
    let mut growth = [C::from(0); CHUNK];
    for (growth, &c) in growth.iter_mut().zip(chunk) {
        *growth = unit_growth(c);
    }
    sum(growth.into_iter())
}

/// The sum of at most [`CHUNK`] growths.
#[inline(always)]
fn sum<C: Unit>(growths: impl Iterator<Item = C>) -> usize {
    let sum: u32 = growths.fold(C::from(0), C::add).into();
    sum as usize
}

/// `&` and `'` differ in one bit, and so do `<` and `>`.
#[inline(always)]
fn unit_growth<C: Unit>(c: C) -> C {
    let by_four = (c == C::from(b'"')) | (c | C::from(1) == C::from(b'\''));
    let by_three = c | C::from(2) == C::from(b'>');
    let four = if by_four { C::from(4) } else { C::from(0) };
    four | if by_three { C::from(3) } else { C::from(0) }
}

/// What a character becomes, when it does not stay as it is.
#[inline(always)]
fn entity<C: Unit>(c: C) -> Option<&'static [u8]> {
    Some(match u8::try_from(c.into()).ok()? {
        b'&' => b"&amp;",
        b'<' => b"&lt;",
        b'>' => b"&gt;",
        b'\'' => b"&#39;",
        b'"' => b"&#34;",
        _ => return None,
    })
}

/// Writes the escaped text to `out`, which is as long as it.
pub fn escape<C: Unit>(text: &[C], mut out: &mut [C]) {
    let (chunks, rest) = text.as_chunks();
    for chunk in chunks {
        if chunk_growth(chunk) == 0 {
            take(&mut out, CHUNK).copy_from_slice(chunk);
        } else {
            chunk.iter().for_each(|&c| escape_unit(c, &mut out));
        }
    }
    rest.iter().for_each(|&c| escape_unit(c, &mut out));
}

#[inline(always)]
fn escape_unit<C: Unit>(c: C, out: &mut &mut [C]) {
    match entity(c) {
        None => take(out, 1)[0] = c,
        Some(entity) => take(out, entity.len()).iter_mut().zip(entity).for_each(|(to, &c)| *to = c.into()),
    }
}

/// The next `count` characters.
#[inline(always)]
fn take<'a, C>(out: &mut &'a mut [C], count: usize) -> &'a mut [C] {
    out.split_off_mut(..count).expect("as long as the escaped text")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Escapes with `str::replace`, and compares.
    fn check<C: Unit + std::fmt::Debug>(text: &str, convert: impl Fn(char) -> C) {
        let mut expected = text.replace('&', "&amp;");
        for (from, to) in [('<', "&lt;"), ('>', "&gt;"), ('\'', "&#39;"), ('"', "&#34;")] {
            expected = expected.replace(from, to);
        }
        let units = |text: &str| text.chars().map(&convert).collect::<Vec<C>>();
        let (text, expected) = (units(text), units(&expected));
        assert_eq!(growth(&text), expected.len() - text.len());
        let mut out = vec![C::from(0); expected.len()];
        escape(&text, &mut out);
        assert_eq!(out, expected);
    }

    #[test]
    fn every_place_and_every_width() {
        for len in [0, 1, 2, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 5] {
            for place in 0..=len {
                for special in ["", "&", "<", ">", "'", "\"", "&<>'\""] {
                    let text = format!("{}{special}{}", "a".repeat(place), "é".repeat(len - place));
                    check(&text, |c| c as u8);
                    check(&text, |c| c as u16);
                    check(&text, |c| c as u32);
                }
            }
        }
        let special: String = (0..100).map(|i| ['&', '<', '>', '\'', '"'][i * i % 5]).collect();
        check(&special, |c| c as u8);
    }

    #[test]
    fn no_other_character_grows() {
        let grows = |c: &u32| growth(&[*c]) != 0;
        assert_eq!((0..0x11_0000).filter(grows).collect::<Vec<_>>(), [0x22, 0x26, 0x27, 0x3c, 0x3e]);
        assert!((0..=0xff).all(|c: u8| growth(&[c]) == growth(&[u32::from(c)])));
    }
}
