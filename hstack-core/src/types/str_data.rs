//! The characters of a str.

/// The characters of a str as the interpreter stores them: [`Handle::view`](crate::Handle::view).
///
/// Surrogates can be among them, always alone: no pair of them stands for a character.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StrData<'f> {
    /// All below `U+0080`: it is UTF-8, too.
    Ascii(&'f [u8]),
    /// Up to `U+00FF`.
    Latin1(&'f [u8]),
    /// Up to `U+FFFF`. It is not UTF-16.
    Ucs2(&'f [u16]),
    /// Any.
    Ucs4(&'f [u32]),
}

impl<'f> StrData<'f> {
    /// The number of characters.
    #[inline]
    pub fn len(self) -> usize {
        match self {
            StrData::Ascii(text) | StrData::Latin1(text) => text.len(),
            StrData::Ucs2(text) => text.len(),
            StrData::Ucs4(text) => text.len(),
        }
    }

    /// Whether there are none.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The highest character of this width: what to announce to the
    /// [builder](crate::Frame::str_builder) of a str that is stored like this one.
    #[inline]
    pub fn highest(self) -> char {
        match self {
            StrData::Ascii(_) => '\u{7f}',
            StrData::Latin1(_) => '\u{ff}',
            StrData::Ucs2(_) => '\u{ffff}',
            StrData::Ucs4(_) => char::MAX,
        }
    }

    /// The character at an index.
    #[inline]
    pub fn get(self, index: usize) -> Option<u32> {
        match self {
            StrData::Ascii(text) | StrData::Latin1(text) => text.get(index).map(|&c| c.into()),
            StrData::Ucs2(text) => text.get(index).map(|&c| c.into()),
            StrData::Ucs4(text) => text.get(index).copied(),
        }
    }

    /// The characters, as numbers. In a hot loop, match on the data instead.
    #[inline]
    pub fn iter(self) -> impl ExactSizeIterator<Item = u32> + DoubleEndedIterator + use<'f> {
        (0..self.len()).map(move |i| self.get(i).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::StrData::{Latin1, Ucs2, Ucs4};

    #[test]
    fn characters() {
        assert_eq!(Latin1(&[b'a', 0xe9]).iter().collect::<Vec<_>>(), [0x61, 0xe9]);
        assert_eq!(Ucs2(&[0xd800]).get(0), Some(0xd800));
        assert_eq!(Ucs4(&[0x1_f980]).get(1), None);
        assert!(Ucs2(&[]).is_empty() && Ucs4(&[1, 2]).len() == 2);
    }
}
