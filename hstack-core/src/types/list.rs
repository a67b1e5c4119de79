//! `list`

use super::List;
use super::sequence::clip;
use crate::convert::{FromPy, ToPy};
use crate::error::Result;
use crate::exceptions::IndexError;
use crate::frame::Frame;
use crate::handle::Handle;

impl<'f> Frame<'f> {
    /// An empty list.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn list(&self) -> Result<Handle<'f, List>> {
        self.keep(self.api().list_of(&[]))
    }

    /// A list of handles.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn list_of<T>(&self, items: &[Handle<'f, T>]) -> Result<Handle<'f, List>> {
        self.keep(self.api().list_of(Handle::live_all(items)))
    }
}

impl<'f> Handle<'f, List> {
    /// `len(self)`
    ///
    /// # Errors
    /// None for a list; the result is that of the table.
    #[inline]
    pub fn len(self, f: &Frame<'f>) -> Result<usize> {
        f.api().list_length(self.live())
    }

    /// The item at an index from 0.
    ///
    /// # Errors
    /// `IndexError` out of range, and what the conversion raises.
    #[inline]
    pub fn get<T: FromPy<'f>>(self, f: &Frame<'f>, index: usize) -> Result<T> {
        f.api().list_item(self.live(), index)
    }

    /// Replaces the item at an index from 0.
    ///
    /// # Errors
    /// `IndexError` out of range.
    #[inline]
    pub fn set(self, f: &Frame<'f>, index: usize, item: impl ToPy<'f>) -> Result {
        item.lend(f, |item| f.api().list_set(self.live(), index as isize, item))?;
        Ok(())
    }

    /// `self.append(item)`
    ///
    /// # Errors
    /// `MemoryError`, and what converting the item raises.
    #[inline]
    pub fn append(self, f: &Frame<'f>, item: impl ToPy<'f>) -> Result {
        item.lend(f, |item| f.api().list_append(self.live(), item))?;
        Ok(())
    }

    /// `self.insert(index, item)`
    ///
    /// # Errors
    /// `MemoryError`, and what converting the item raises.
    #[inline]
    pub fn insert(self, f: &Frame<'f>, index: isize, item: impl ToPy<'f>) -> Result {
        item.lend(f, |item| f.api().list_insert(self.live(), index, item))?;
        Ok(())
    }

    /// `self[start:end]`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn slice(self, f: &Frame<'f>, start: usize, end: usize) -> Result<Handle<'f, List>> {
        f.keep(f.api().list_slice(self.live(), clip(start), clip(end)))
    }

    /// `self[start:end] = items`
    ///
    /// # Errors
    /// `TypeError` when `items` is not iterable, and what iterating raises.
    #[inline]
    pub fn set_slice(self, f: &Frame<'f>, start: usize, end: usize, items: impl ToPy<'f>) -> Result {
        items.lend(f, |items| f.api().list_set_slice(self.live(), clip(start), clip(end), Some(items)))?;
        Ok(())
    }

    /// `del self[start:end]`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn del_slice(self, f: &Frame<'f>, start: usize, end: usize) -> Result {
        f.api().list_set_slice(self.live(), clip(start), clip(end), None)?;
        Ok(())
    }

    /// Deletes the item at an index from 0: `del self[index]`.
    ///
    /// # Errors
    /// `IndexError` out of range.
    #[inline]
    pub fn del(self, f: &Frame<'f>, index: usize) -> Result {
        if index >= self.len(f)? {
            return Err(IndexError::new_err("list assignment index out of range"));
        }
        self.del_slice(f, index, index + 1)
    }

    /// `self.remove(item)`
    ///
    /// # Errors
    /// `ValueError` when it is not there, and what comparing raises.
    #[inline]
    pub fn remove(self, f: &Frame<'f>, item: impl ToPy<'f>) -> Result {
        self.call_method(f, name!("remove"), (item,))
    }

    /// Takes the last item out; `None` when the list is empty: absence is not an error.
    ///
    /// # Errors
    /// What converting the item raises.
    #[inline]
    pub fn pop<T: FromPy<'f>>(self, f: &Frame<'f>) -> Result<Option<T>> {
        if self.len(f)? == 0 {
            return Ok(None);
        }
        self.call_method(f, name!("pop"), ()).map(Some)
    }

    /// `self.extend(items)`
    ///
    /// # Errors
    /// `TypeError` when `items` is not iterable, and what iterating raises.
    #[inline]
    pub fn extend(self, f: &Frame<'f>, items: impl ToPy<'f>) -> Result {
        self.call_method(f, name!("extend"), (items,))
    }

    /// `self.clear()`
    ///
    /// # Errors
    /// None for a list; the result is that of the table.
    #[inline]
    pub fn clear(self, f: &Frame<'f>) -> Result {
        f.api().list_set_slice(self.live(), 0, isize::MAX, None)?;
        Ok(())
    }

    /// `self.sort()`
    ///
    /// # Errors
    /// What comparing the items raises.
    #[inline]
    pub fn sort(self, f: &Frame<'f>) -> Result {
        f.api().list_sort(self.live())?;
        Ok(())
    }

    /// `self.reverse()`
    ///
    /// # Errors
    /// None for a list; the result is that of the table.
    #[inline]
    pub fn reverse(self, f: &Frame<'f>) -> Result {
        f.api().list_reverse(self.live())?;
        Ok(())
    }

    /// All items, each kept alive by the frame when it is a handle.
    ///
    /// # Errors
    /// What converting an item raises.
    #[inline]
    pub fn to_vec<T: FromPy<'f>>(self, f: &Frame<'f>) -> Result<Vec<T>> {
        crate::convert::vec_from_list(f, self)
    }

    /// All items as integers, read in bulk.
    ///
    /// # Errors
    /// `TypeError` and `OverflowError` as extracting one `i64` has.
    #[inline]
    pub fn to_i64s(self, f: &Frame<'f>) -> Result<Vec<i64>> {
        let mut values = Vec::new();
        // The length is asked each time: `__index__` may change the list.
        while let missing @ 1.. = self.len(f)?.saturating_sub(values.len()) {
            f.api().read_i64(self.live(), values.len(), &mut values, missing)?;
        }
        Ok(values)
    }

    /// All items as floats, read in bulk.
    ///
    /// # Errors
    /// `TypeError` as extracting one `f64` has.
    #[inline]
    pub fn to_f64s(self, f: &Frame<'f>) -> Result<Vec<f64>> {
        let mut values = Vec::new();
        // The length is asked each time: `__float__` may change the list.
        while let missing @ 1.. = self.len(f)?.saturating_sub(values.len()) {
            f.api().read_f64(self.live(), values.len(), &mut values, missing)?;
        }
        Ok(values)
    }
}
