//! Anything that is a sequence.

use super::{Any, List, Sequence, Tuple};
use crate::convert::{FromPy, ToPy};
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;

macro_rules! as_sequence {
    ($($ty:ident)*) => { $(
        impl<'f> Handle<'f, $ty> {
            /// The same handle, as one of any sequence.
            #[inline]
            pub fn as_sequence(self) -> Handle<'f, Sequence> {
                // SAFETY: `Sequence::check` accepts every one.
                unsafe { self.cast_unchecked() }
            }
        }
    )* };
}
as_sequence!(List Tuple);

impl<'f> Handle<'f, Any> {
    /// `list(self)`: the items of an iterable.
    ///
    /// # Errors
    /// `TypeError` when it is not iterable, and what iterating raises.
    #[inline]
    pub fn to_list(self, f: &Frame<'f>) -> Result<Handle<'f, List>> {
        f.keep(f.api().sequence_list(self.live()))
    }

    /// `tuple(self)`: the items of an iterable. A tuple is its own.
    ///
    /// # Errors
    /// `TypeError` when it is not iterable, and what iterating raises.
    #[inline]
    pub fn to_tuple(self, f: &Frame<'f>) -> Result<Handle<'f, Tuple>> {
        f.keep(f.api().sequence_tuple(self.live()))
    }

    /// Exactly `N` items of an iterable: `let [key, value] = pair.unpack(f)?`.
    ///
    /// # Errors
    /// `ValueError` when there are more or fewer, `TypeError` when it is not iterable.
    #[inline]
    pub fn unpack<const N: usize>(self, f: &Frame<'f>) -> Result<[Handle<'f, Any>; N]> {
        Ok(f.api().unpack::<N>(self.live())?.map(|item| f.push(item)))
    }
}

impl<'f> Handle<'f, Sequence> {
    /// The item at an index from 0.
    ///
    /// # Errors
    /// `IndexError` out of range, and what the conversion raises.
    #[inline]
    pub fn get<T: FromPy<'f>>(self, f: &Frame<'f>, index: usize) -> Result<T> {
        T::from_temp(f, f.api().sequence_get(self.live(), clip(index))?)
    }

    /// Replaces the item at an index from 0.
    ///
    /// # Errors
    /// `IndexError` out of range, `TypeError` when the sequence cannot be changed.
    #[inline]
    pub fn set(self, f: &Frame<'f>, index: usize, item: impl ToPy<'f>) -> Result {
        item.lend(f, |item| f.api().sequence_set(self.live(), clip(index), item))?;
        Ok(())
    }

    /// Deletes the item at an index from 0.
    ///
    /// # Errors
    /// `IndexError` out of range, `TypeError` when the sequence cannot be changed.
    #[inline]
    pub fn del(self, f: &Frame<'f>, index: usize) -> Result {
        f.api().sequence_del(self.live(), clip(index))?;
        Ok(())
    }

    /// `self[start:end]`
    ///
    /// # Errors
    /// What slicing raises.
    #[inline]
    pub fn slice(self, f: &Frame<'f>, start: usize, end: usize) -> Result<Handle<'f, Any>> {
        f.keep(f.api().sequence_slice(self.live(), clip(start), clip(end)))
    }

    /// `self[start:end] = items`
    ///
    /// # Errors
    /// `TypeError` when the sequence cannot be changed, and what iterating raises.
    #[inline]
    pub fn set_slice(self, f: &Frame<'f>, start: usize, end: usize, items: impl ToPy<'f>) -> Result {
        items.lend(f, |items| f.api().sequence_set_slice(self.live(), clip(start), clip(end), items))?;
        Ok(())
    }

    /// `del self[start:end]`
    ///
    /// # Errors
    /// `TypeError` when the sequence cannot be changed.
    #[inline]
    pub fn del_slice(self, f: &Frame<'f>, start: usize, end: usize) -> Result {
        f.api().sequence_del_slice(self.live(), clip(start), clip(end))?;
        Ok(())
    }

    /// `self + other`
    ///
    /// # Errors
    /// `TypeError` when the two do not fit together.
    #[inline]
    pub fn concat(self, f: &Frame<'f>, other: impl ToPy<'f>) -> Result<Handle<'f, Any>> {
        f.keep(other.lend(f, |other| f.api().sequence_concat(self.live(), other)))
    }

    /// `self * count`
    ///
    /// # Errors
    /// `MemoryError`; `TypeError` when the sequence does not repeat.
    #[inline]
    pub fn repeat(self, f: &Frame<'f>, count: usize) -> Result<Handle<'f, Any>> {
        f.keep(f.api().sequence_repeat(self.live(), clip(count)))
    }

    /// `self += other`: the result, which may be another object.
    ///
    /// # Errors
    /// `TypeError` when the two do not fit together.
    #[inline]
    pub fn in_place_concat(self, f: &Frame<'f>, other: impl ToPy<'f>) -> Result<Handle<'f, Any>> {
        f.keep(other.lend(f, |other| f.api().sequence_concat_in_place(self.live(), other)))
    }

    /// `self *= count`: the result, which may be another object.
    ///
    /// # Errors
    /// `MemoryError`; `TypeError` when the sequence does not repeat.
    #[inline]
    pub fn in_place_repeat(self, f: &Frame<'f>, count: usize) -> Result<Handle<'f, Any>> {
        f.keep(f.api().sequence_repeat_in_place(self.live(), clip(count)))
    }
}

/// A length, as Python counts: no sequence is longer.
pub(super) fn clip(n: usize) -> isize {
    isize::try_from(n).unwrap_or(isize::MAX)
}

macro_rules! searching {
    ($($ty:ident)*) => { $(
        impl<'f> Handle<'f, $ty> {
            /// How often an item occurs: `self.count(item)`.
            ///
            /// # Errors
            /// What comparing raises.
            #[inline]
            pub fn count(self, f: &Frame<'f>, item: impl ToPy<'f>) -> Result<usize> {
                item.lend(f, |item| f.api().sequence_count(self.live(), item))
            }

            /// Where an item occurs first: `self.index(item)`.
            ///
            /// # Errors
            /// `ValueError` when it does not, and what comparing raises.
            #[inline]
            pub fn index(self, f: &Frame<'f>, item: impl ToPy<'f>) -> Result<usize> {
                item.lend(f, |item| f.api().sequence_index(self.live(), item))
            }
        }
    )* };
}
searching!(Sequence List Tuple);
