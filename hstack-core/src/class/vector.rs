//! Fields with many references.

use super::container::Container;
use super::{Class, Key};
use crate::convert::Temp;
use crate::error::{Error, Result};
use crate::ffi::Place;
use crate::frame::{Frame, Scope};
use crate::handle::{Handle, PyType};
use crate::iterate::Iterable;
use crate::types::{Any, List};
use std::marker::PhantomData;
use std::ops::ControlFlow;

/// Any number of references inside an object, in the definition of a class: `children: FieldVec<Node>`.
///
/// The macro makes a [`Key`] of it, `Node::CHILDREN`, and [`Handle::vec`] gives access. The `Init` struct
/// has a vector of what is in it at first.
///
/// ```
/// use hstack::prelude::*;
///
/// #[hstack::class]
/// struct Folder {
///     children: FieldVec<Any>,
/// }
///
/// #[hstack::methods]
/// impl Folder {
///     #[new]
///     fn new() -> FolderInit {
///         FolderInit { children: vec![] }
///     }
///
///     fn add(this: Handle<Self>, f: &Frame, child: Handle<Any>) -> Result {
///         this.vec(Folder::CHILDREN).push(f, child)
///     }
/// }
/// ```
pub struct FieldVec<T>(PhantomData<fn() -> T>, std::convert::Infallible);

impl<T: PyType> Container for FieldVec<T> {
    type Items<'f> = Vec<Handle<'f, T>>;

    #[inline]
    fn fill<'f>(f: &Frame<'f>, place: Place<'_>, items: Vec<Handle<'f, T>>) -> Result {
        if items.is_empty() { Ok(()) } else { f.api().many_splice(place, 0, 0, Handle::live_all(&items)) }
    }

    fn save<'a, 'f>(f: &'a Frame<'f>, place: Place<'_>) -> Result<Temp<'a, 'f>> {
        f.api().list_of(Handle::live_all(&f.api().many_handles::<Any>(place)?))
    }

    fn load<'f>(f: &Frame<'f>, place: Place<'_>, saved: Handle<'f, Any>) -> Result {
        let items = saved.cast::<List>(f)?.to_vec::<Handle<T>>(f)?;
        f.api().many_splice(place, usize::MAX, usize::MAX, Handle::live_all(&items))
    }
}

impl<'f, C: Class> Handle<'f, C> {
    /// The references of a [`FieldVec`].
    #[inline]
    pub fn vec<T: PyType>(self, key: Key<C, FieldVec<T>>) -> VecHandle<'f, T> {
        VecHandle { place: self.place(key), _item: PhantomData }
    }
}

/// Access to a [`FieldVec`]: each call of a method is one step, which no other thread sees a part of.
/// [`for_each!`](crate::for_each) runs over it.
pub struct VecHandle<'f, T> {
    place: Place<'f>,
    _item: PhantomData<fn() -> T>,
}

impl<T> Copy for VecHandle<'_, T> {}
impl<T> Clone for VecHandle<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<'f, T: PyType> VecHandle<'f, T> {
    /// How many there are.
    ///
    /// # Errors
    /// None; the result is that of the table.
    #[inline]
    pub fn len(self, f: &Frame<'f>) -> Result<usize> {
        f.api().many_len(self.place)
    }

    /// The one at an index.
    ///
    /// # Errors
    /// `IndexError` out of range.
    #[inline]
    pub fn get(self, f: &Frame<'f>, index: usize) -> Result<Handle<'f, T>> {
        f.keep(f.api().many_get(self.place, index))
    }

    /// Adds one at the end.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn push(self, f: &Frame<'f>, item: Handle<'f, T>) -> Result {
        f.api().many_push(self.place, item.live())
    }

    /// Takes the last one away.
    ///
    /// # Errors
    /// None; the result is that of the table.
    #[inline]
    pub fn pop(self, f: &Frame<'f>) -> Result<Option<Handle<'f, T>>> {
        Ok(f.api().many_pop(self.place)?.map(|last| f.push(last)))
    }

    /// Replaces the one at an index.
    ///
    /// # Errors
    /// `IndexError` out of range.
    #[inline]
    pub fn set(self, f: &Frame<'f>, index: usize, item: Handle<'f, T>) -> Result {
        f.api().many_swap(self.place, index, item.live())?;
        Ok(())
    }

    /// Replaces the one at an index, and returns the one before: no other thread gets that one too.
    ///
    /// # Errors
    /// `IndexError` out of range.
    #[inline]
    pub fn replace(self, f: &Frame<'f>, index: usize, item: Handle<'f, T>) -> Result<Handle<'f, T>> {
        f.keep(f.api().many_swap(self.place, index, item.live()))
    }

    /// Adds one before an index; at the end, when there are not so many.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn insert(self, f: &Frame<'f>, index: usize, item: Handle<'f, T>) -> Result {
        f.api().many_splice(self.place, index, index, &[item.live()])
    }

    /// Removes the one at an index, and returns it.
    ///
    /// # Errors
    /// `IndexError` out of range.
    #[inline]
    pub fn remove(self, f: &Frame<'f>, index: usize) -> Result<Handle<'f, T>> {
        f.keep(f.api().many_remove(self.place, index))
    }

    /// Replaces those from `start` to `end`, as `list[start:end] = items` does.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn set_slice(self, f: &Frame<'f>, start: usize, end: usize, items: &[Handle<'f, T>]) -> Result {
        f.api().many_splice(self.place, start, end, Handle::live_all(items))
    }

    /// Removes all.
    ///
    /// # Errors
    /// None; the result is that of the table.
    #[inline]
    pub fn clear(self, f: &Frame<'f>) -> Result {
        f.api().many_splice(self.place, 0, usize::MAX, &[])
    }

    /// All of them.
    ///
    /// # Errors
    /// None; the result is that of the table.
    #[inline]
    pub fn to_vec(self, f: &Frame<'f>) -> Result<Vec<Handle<'f, T>>> {
        f.api().many_handles(self.place)
    }
}

/// The length is asked each time: the body may change the vector.
impl<'f, T: PyType> Iterable<'f> for VecHandle<'f, T> {
    type Item<'s> = Handle<'s, T>;

    #[inline]
    fn for_each<B, E: From<Error>>(
        self,
        f: &Frame<'f>,
        mut g: impl for<'s> FnMut(&Scope<'s, 'f>, Handle<'s, T>) -> Result<ControlFlow<B>, E>,
    ) -> Result<Option<B>, E> {
        let mut at = 0;
        while let Some(item) = f.api().many_find(self.place, at)? {
            if let ControlFlow::Break(b) = f.scope(|s| g(s, s.adopt(item)))? {
                return Ok(Some(b));
            }
            at += 1;
        }
        Ok(None)
    }
}
