//! `dict`

use super::{Any, Dict, List};
use crate::convert::{FromPy, ToPy};
use crate::error::Result;
use crate::exceptions::KeyError;
use crate::ffi::Found;
use crate::frame::Frame;
use crate::handle::{Global, Handle};

impl<'f> Frame<'f> {
    /// An empty dict.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn dict(&self) -> Result<Handle<'f, Dict>> {
        self.keep(self.api().dict_new())
    }
}

impl<'f> Handle<'f, Dict> {
    /// `len(self)`
    ///
    /// # Errors
    /// None for a dict; the result is that of the table.
    #[inline]
    pub fn len(self, f: &Frame<'f>) -> Result<usize> {
        f.api().dict_len(self.live())
    }

    /// `self[key]`
    ///
    /// # Errors
    /// `KeyError` when there is none, and what hashing the key or converting the value raises.
    #[inline]
    pub fn get<T: FromPy<'f>>(self, f: &Frame<'f>, key: impl ToPy<'f>) -> Result<T> {
        key.lend(f, |key| match T::find_in_dict(f, self.live(), key)? {
            Some(value) => Ok(value),
            None => Err(KeyError::with_args((Global::<Any>::own(f, crate::convert::Temp::of(f, key)),))),
        })
    }

    /// `self.get(key)`: absence is not an error.
    ///
    /// # Errors
    /// What hashing the key or converting the value raises.
    #[inline]
    pub fn find<T: FromPy<'f>>(self, f: &Frame<'f>, key: impl ToPy<'f>) -> Result<Option<T>> {
        key.lend(f, |key| T::find_in_dict(f, self.live(), key))
    }

    /// `self[key] = value`
    ///
    /// # Errors
    /// `TypeError` for an unhashable key, and what converting raises.
    #[inline]
    pub fn set(self, f: &Frame<'f>, key: impl ToPy<'f>, value: impl ToPy<'f>) -> Result {
        key.lend(f, |key| value.put_in_dict(f, self.live(), key))
    }

    /// `del self[key]`
    ///
    /// # Errors
    /// `KeyError` when there is none; `TypeError` for an unhashable key.
    #[inline]
    pub fn del(self, f: &Frame<'f>, key: impl ToPy<'f>) -> Result {
        key.lend(f, |key| f.api().dict_del(self.live(), key))?;
        Ok(())
    }

    /// `key in self`
    ///
    /// # Errors
    /// `TypeError` for an unhashable key.
    #[inline]
    pub fn contains(self, f: &Frame<'f>, key: impl ToPy<'f>) -> Result<bool> {
        key.lend(f, |key| f.api().dict_contains(self.live(), key))
    }

    /// `self.setdefault(key, value)`
    ///
    /// # Errors
    /// `TypeError` for an unhashable key, and what converting raises.
    #[inline]
    pub fn set_default<T: FromPy<'f>>(
        self,
        f: &Frame<'f>,
        key: impl ToPy<'f>,
        value: impl ToPy<'f>,
    ) -> Result<T> {
        let mut found = Found::new(f);
        key.lend(f, |key| {
            value.lend(f, |value| f.api().dict_set_default(self.live(), key, value, &mut found.slot))
        })?;
        match found.take() {
            Some(value) => T::from_temp(f, value),
            None => Err(KeyError::new_err("setdefault gave no value")),
        }
    }

    /// `self.clear()`
    ///
    /// # Errors
    /// None for a dict; the result is that of the table.
    #[inline]
    pub fn clear(self, f: &Frame<'f>) -> Result {
        f.api().dict_clear(self.live())?;
        Ok(())
    }

    /// `self.copy()`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn copy(self, f: &Frame<'f>) -> Result<Handle<'f, Dict>> {
        f.keep(f.api().dict_copy(self.live()))
    }

    /// `self.update(other)`
    ///
    /// # Errors
    /// `AttributeError` or `TypeError` when `other` is no mapping, and what reading it raises.
    #[inline]
    pub fn update(self, f: &Frame<'f>, other: Handle<'f, Any>) -> Result {
        f.api().dict_merge(self.live(), other.live(), 0)?;
        Ok(())
    }

    /// `self.update(other)`, except for keys that are there already.
    ///
    /// # Errors
    /// As [`Handle::update`].
    #[inline]
    pub fn update_if_missing(self, f: &Frame<'f>, other: Handle<'f, Any>) -> Result {
        f.api().dict_merge(self.live(), other.live(), 1)?;
        Ok(())
    }

    /// `list(self.keys())`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn keys(self, f: &Frame<'f>) -> Result<Handle<'f, List>> {
        f.keep(f.api().dict_keys(self.live()))
    }

    /// `list(self.values())`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn values(self, f: &Frame<'f>) -> Result<Handle<'f, List>> {
        f.keep(f.api().dict_values(self.live()))
    }

    /// `list(self.items())`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn items(self, f: &Frame<'f>) -> Result<Handle<'f, List>> {
        f.keep(f.api().dict_items(self.live()))
    }
}
