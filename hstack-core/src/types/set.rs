//! `set` and `frozenset`

use super::{FrozenSet, Set};
use crate::convert::{FromPy, ToPy};
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;

impl<'f> Frame<'f> {
    /// An empty set.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn set(&self) -> Result<Handle<'f, Set>> {
        self.keep(self.api().set_new(None))
    }

    /// A set of what a Rust iterator yields.
    ///
    /// # Errors
    /// `TypeError` for an unhashable item, and what converting one raises.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// fn vowels<'f>(f: &Frame<'f>) -> Result<Handle<'f, Set>> {
    ///     f.set_from("aeiou".chars())
    /// }
    /// ```
    #[inline]
    pub fn set_from<T: ToPy<'f>>(&self, items: impl IntoIterator<Item = T>) -> Result<Handle<'f, Set>> {
        let set = self.set()?;
        for item in items {
            set.add(self, item)?;
        }
        Ok(set)
    }

    /// A frozenset of the items of an iterable.
    ///
    /// # Errors
    /// `TypeError` for an unhashable item, and what iterating raises.
    #[inline]
    pub fn frozenset(&self, items: impl ToPy<'f>) -> Result<Handle<'f, FrozenSet>> {
        self.keep(items.lend(self, |items| self.api().frozenset_new(Some(items))))
    }

    /// A frozenset of what a Rust iterator yields.
    ///
    /// # Errors
    /// `TypeError` for an unhashable item, and what converting one raises.
    #[inline]
    pub fn frozenset_from<T: ToPy<'f>>(
        &self,
        items: impl IntoIterator<Item = T>,
    ) -> Result<Handle<'f, FrozenSet>> {
        let set = self.api().set_new(None)?;
        for item in items {
            item.lend(self, |item| self.api().set_add(set.live(), item))?;
        }
        self.keep(self.api().frozenset_new(Some(set.live())))
    }
}

macro_rules! shared {
    ($($ty:ident)*) => { $(
        impl<'f> Handle<'f, $ty> {
            /// `len(self)`
            ///
            /// # Errors
            /// None for a set; the result is that of the table.
            #[inline]
            pub fn len(self, f: &Frame<'f>) -> Result<usize> {
                f.api().set_len(self.live())
            }

            /// `item in self`
            ///
            /// # Errors
            /// `TypeError` for an unhashable item, and what converting it raises.
            #[inline]
            pub fn contains(self, f: &Frame<'f>, item: impl ToPy<'f>) -> Result<bool> {
                item.lend(f, |item| f.api().set_contains(self.live(), item))
            }
        }
    )* };
}
shared!(Set FrozenSet);

impl<'f> Handle<'f, Set> {
    /// `self.add(item)`
    ///
    /// # Errors
    /// `TypeError` for an unhashable item, and what converting it raises.
    #[inline]
    pub fn add(self, f: &Frame<'f>, item: impl ToPy<'f>) -> Result {
        item.lend(f, |item| f.api().set_add(self.live(), item))?;
        Ok(())
    }

    /// `self.discard(item)`: whether it was there.
    ///
    /// # Errors
    /// `TypeError` for an unhashable item, and what converting it raises.
    #[inline]
    pub fn discard(self, f: &Frame<'f>, item: impl ToPy<'f>) -> Result<bool> {
        item.lend(f, |item| f.api().set_discard(self.live(), item))
    }

    /// Takes some item out; `None` when the set is empty: absence is not an error.
    ///
    /// # Errors
    /// What converting the item raises.
    #[inline]
    pub fn pop<T: FromPy<'f>>(self, f: &Frame<'f>) -> Result<Option<T>> {
        if self.len(f)? == 0 {
            return Ok(None);
        }
        T::from_temp(f, f.api().set_pop(self.live())?).map(Some)
    }

    /// `self.clear()`
    ///
    /// # Errors
    /// None for a set; the result is that of the table.
    #[inline]
    pub fn clear(self, f: &Frame<'f>) -> Result {
        f.api().set_clear(self.live())?;
        Ok(())
    }

    /// `frozenset(self)`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn to_frozenset(self, f: &Frame<'f>) -> Result<Handle<'f, FrozenSet>> {
        f.frozenset(self)
    }
}
