//! Fields with references by key.
//!
//! They are in a dict that belongs to the object, and that is not shown to Python code except by the
//! collector's module (`gc.get_referents`). So that such code cannot bring in a foreign object, reading
//! checks the type.

use super::container::Container;
use super::{Class, Key};
use crate::convert::{FromPy, Temp, ToPy};
use crate::error::Result;
use crate::ffi::{Found, Place};
use crate::frame::Frame;
use crate::handle::{Handle, PyType};
use crate::types::{Any, Dict};
use std::marker::PhantomData;

/// References by key inside an object, in the definition of a class: `members: FieldMap<String, Node>`.
/// A key is any value that converts to a hashable object; [`Handle::map`] gives access.
pub struct FieldMap<K, T>(PhantomData<fn() -> (K, T)>, std::convert::Infallible);

impl<K: for<'x> ToPy<'x>, T> Container for FieldMap<K, T> {
    type Items<'f> = Vec<(K, Handle<'f, T>)>;

    #[inline]
    fn fill<'f>(f: &Frame<'f>, place: Place<'_>, items: Vec<(K, Handle<'f, T>)>) -> Result {
        let dict = dict(f, place)?;
        items.into_iter().try_for_each(|(key, item)| dict.set(f, key, item))
    }

    fn save<'a, 'f>(f: &'a Frame<'f>, place: Place<'_>) -> Result<Temp<'a, 'f>> {
        f.api().dict_copy(dict(f, place)?.live())
    }

    fn load<'f>(f: &Frame<'f>, place: Place<'_>, saved: Handle<'f, Any>) -> Result {
        dict(f, place)?.update(f, saved.cast::<Dict>(f)?.as_any())
    }
}

/// The dict. It is there from the start; only the collector takes it away.
#[inline]
fn dict<'f>(f: &Frame<'f>, Place { owner, definition, index }: Place<'_>) -> Result<Handle<'f, Dict>> {
    let mut found = Found::new(f);
    f.api().load(owner, definition, index, &mut found)?;
    if let Some(dict) = found.take() {
        return Ok(f.push(dict));
    }
    let empty = f.api().dict_new()?;
    f.api().store(owner, definition, index, Some(empty.live()))?;
    Ok(f.push(empty))
}

impl<'f, C: Class> Handle<'f, C> {
    /// The references of a [`FieldMap`].
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn map<K, T: PyType>(
        self,
        f: &Frame<'f>,
        key: Key<C, FieldMap<K, T>>,
    ) -> Result<MapHandle<'f, K, T>> {
        Ok(MapHandle { dict: dict(f, self.place(key))?, _item: PhantomData })
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
