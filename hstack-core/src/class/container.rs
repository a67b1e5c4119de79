//! Fields with many references: a list or a dict that belongs to the object, where the collector sees them.
//!
//! The container is an object of its own and not shown to Python code, except by the collector's module
//! (`gc.get_referents`). So that such code cannot bring in a foreign object, reading checks the type.

use super::{Class, Key};
use crate::convert::{FromPy, Temp, ToPy};
use crate::error::Result;
use crate::ffi::Found;
use crate::frame::Frame;
use crate::handle::{Handle, PyType};
use crate::types::{Dict, List};
use std::marker::PhantomData;

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
///         this.vec(f, Folder::CHILDREN)?.push(f, child)
///     }
/// }
/// ```
pub struct FieldVec<T>(PhantomData<fn() -> T>, std::convert::Infallible);

/// References by key inside an object, in the definition of a class: `members: FieldMap<String, Node>`.
/// A key is any value that converts to a hashable object; [`Handle::map`] gives access.
pub struct FieldMap<K, T>(PhantomData<fn() -> (K, T)>, std::convert::Infallible);

/// What a field with many references is kept in.
#[doc(hidden)]
pub trait Container {
    /// What it holds at first.
    type Items<'f>: Default;
    /// A new one.
    fn make<'a, 'f>(f: &'a Frame<'f>, items: Self::Items<'f>) -> Result<Temp<'a, 'f>>;
}

impl<T> Container for FieldVec<T> {
    type Items<'f> = Vec<Handle<'f, T>>;
    #[inline]
    fn make<'a, 'f>(f: &'a Frame<'f>, items: Vec<Handle<'f, T>>) -> Result<Temp<'a, 'f>> {
        items.to_temp(f)
    }
}

impl<K: for<'x> ToPy<'x>, T> Container for FieldMap<K, T> {
    type Items<'f> = Vec<(K, Handle<'f, T>)>;
    #[inline]
    fn make<'a, 'f>(f: &'a Frame<'f>, items: Vec<(K, Handle<'f, T>)>) -> Result<Temp<'a, 'f>> {
        let dict = f.api().dict_new()?;
        for (key, item) in items {
            key.lend(f, |key| f.api().dict_set(dict.live(), key, item.live()))?;
        }
        Ok(dict)
    }
}

impl<'f, C: Class> Handle<'f, C> {
    /// The references of a [`FieldVec`].
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn vec<T: PyType>(self, f: &Frame<'f>, key: Key<C, FieldVec<T>>) -> Result<VecHandle<'f, T>> {
        Ok(VecHandle { list: self.container(f, key)?, _item: PhantomData })
    }

    /// The references of a [`FieldMap`].
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn map<K, T: PyType>(self, f: &Frame<'f>, key: Key<C, FieldMap<K, T>>) -> Result<MapHandle<'f, K, T>>
    where
        FieldMap<K, T>: Container,
    {
        Ok(MapHandle { dict: self.container(f, key)?, _item: PhantomData })
    }

    /// The container. It is there from the start; only the collector takes it away.
    #[inline]
    pub(crate) fn container<F: Container, U>(self, f: &Frame<'f>, key: Key<C, F>) -> Result<Handle<'f, U>> {
        let definition = &C::definition().type_def;
        let mut found = Found::new(f);
        f.api().load(self.live(), definition, key.index, &mut found)?;
        if let Some(container) = found.take() {
            return Ok(f.push(container));
        }
        let empty = F::make(f, F::Items::default())?;
        f.api().store(self.live(), definition, key.index, Some(empty.live()))?;
        Ok(f.push(empty))
    }
}

/// Access to a [`FieldVec`].
pub struct VecHandle<'f, T> {
    list: Handle<'f, List>,
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
    /// None.
    #[inline]
    pub fn len(self, f: &Frame<'f>) -> Result<usize> {
        self.list.len(f)
    }

    /// The one at an index.
    ///
    /// # Errors
    /// `IndexError` out of range.
    #[inline]
    pub fn get(self, f: &Frame<'f>, index: usize) -> Result<Handle<'f, T>> {
        self.list.get(f, index)
    }

    /// Adds one at the end.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn push(self, f: &Frame<'f>, item: Handle<'f, T>) -> Result {
        self.list.append(f, item)
    }

    /// Takes the last one away.
    ///
    /// # Errors
    /// None.
    #[inline]
    pub fn pop(self, f: &Frame<'f>) -> Result<Option<Handle<'f, T>>> {
        self.list.pop(f)
    }

    /// Replaces the one at an index.
    ///
    /// # Errors
    /// `IndexError` out of range.
    #[inline]
    pub fn set(self, f: &Frame<'f>, index: usize, item: Handle<'f, T>) -> Result {
        self.list.set(f, index, item)
    }

    /// Adds one before an index.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn insert(self, f: &Frame<'f>, index: usize, item: Handle<'f, T>) -> Result {
        self.list.insert(f, index as isize, item)
    }

    /// Removes the one at an index.
    ///
    /// # Errors
    /// `IndexError` out of range.
    #[inline]
    pub fn remove(self, f: &Frame<'f>, index: usize) -> Result {
        self.list.del(f, index)
    }

    /// Replaces those from `start` to `end`, as `list[start:end] = items` does.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn set_slice(self, f: &Frame<'f>, start: usize, end: usize, items: &[Handle<'f, T>]) -> Result {
        self.list.set_slice(f, start, end, f.list_of(items)?)
    }

    /// Removes all.
    ///
    /// # Errors
    /// None.
    #[inline]
    pub fn clear(self, f: &Frame<'f>) -> Result {
        self.list.clear(f)
    }

    /// All of them.
    ///
    /// # Errors
    /// None.
    #[inline]
    pub fn to_vec(self, f: &Frame<'f>) -> Result<Vec<Handle<'f, T>>> {
        self.list.to_vec(f)
    }
}

/// Access to a [`FieldMap`].
pub struct MapHandle<'f, K, T> {
    dict: Handle<'f, Dict>,
    _item: PhantomData<fn() -> (K, T)>,
}

impl<K, T> Copy for MapHandle<'_, K, T> {}
impl<K, T> Clone for MapHandle<'_, K, T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<'f, K, T: PyType> MapHandle<'f, K, T> {
    /// How many there are.
    ///
    /// # Errors
    /// None.
    #[inline]
    pub fn len(self, f: &Frame<'f>) -> Result<usize> {
        self.dict.len(f)
    }

    /// The one of a key.
    ///
    /// # Errors
    /// What hashing and comparing keys raises.
    #[inline]
    pub fn get(self, f: &Frame<'f>, key: impl ToPy<'f>) -> Result<Option<Handle<'f, T>>> {
        self.dict.find(f, key)
    }

    /// Sets the one of a key.
    ///
    /// # Errors
    /// As for `get`.
    #[inline]
    pub fn insert(self, f: &Frame<'f>, key: K, item: Handle<'f, T>) -> Result
    where
        K: ToPy<'f>,
    {
        self.dict.set(f, key, item)
    }

    /// Removes the one of a key.
    ///
    /// # Errors
    /// `KeyError` when there is none, and as for `get`.
    #[inline]
    pub fn remove(self, f: &Frame<'f>, key: impl ToPy<'f>) -> Result {
        self.dict.del(f, key)
    }

    /// Removes all.
    ///
    /// # Errors
    /// None.
    #[inline]
    pub fn clear(self, f: &Frame<'f>) -> Result {
        self.dict.clear(f)
    }

    /// All keys and what they have, in the order in which they came.
    ///
    /// # Errors
    /// What converting the keys raises.
    #[inline]
    pub fn to_vec(self, f: &Frame<'f>) -> Result<Vec<(K, Handle<'f, T>)>>
    where
        K: FromPy<'f>,
    {
        self.dict.items(f)?.to_vec(f)
    }
}
