//! Fields: references that stand beside the payload.

use super::Class;
use crate::error::Result;
use crate::exceptions::AttributeError;
use crate::ffi::Found;
use crate::frame::Frame;
use crate::handle::{Handle, PyType};
use std::marker::PhantomData;

/// A reference inside an object, in the definition of a class: `next: Field<Node>`.
///
/// The macro makes a [`Key`] of it, `Node::NEXT`; a value of this type does not exist. What is in a tuple is
/// extracted as from any object:
///
/// ```
/// use hstack::prelude::*;
///
/// #[hstack::class]
/// struct Edge {
///     ends: Field<Tuple>,
/// }
///
/// #[hstack::methods]
/// impl Edge {
///     fn weight(this: Handle<Self>, f: &Frame) -> Result<f64> {
///         let (from, to): (Handle<Dict>, f64) = this.load(f, Edge::ENDS)?.extract(f)?;
///         Ok(to + from.len(f)? as f64)
///     }
/// }
/// ```
pub struct Field<T>(PhantomData<fn() -> T>, std::convert::Infallible);

/// Where instances of class `C` have a reference to a `T`.
pub struct Key<C, T> {
    pub(super) index: usize,
    pub(super) name: &'static str,
    _class: PhantomData<fn() -> (C, T)>,
}

impl<C, T> Copy for Key<C, T> {}
impl<C, T> Clone for Key<C, T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

/// What the macros use to make keys.
pub mod fields {
    use super::*;

    /// # Safety
    /// The class has a field of type `T` at `index`.
    #[inline]
    pub const unsafe fn key<C, T>(index: usize, name: &'static str) -> Key<C, T> {
        Key { index, name, _class: PhantomData }
    }
}

impl<'f, C: Class> Handle<'f, C> {
    /// A field's value, or `None` when it is unset.
    ///
    /// # Errors
    /// What the provider's read barrier raises.
    #[inline]
    pub fn find<T: PyType>(self, f: &Frame<'f>, key: Key<C, T>) -> Result<Option<Handle<'f, T>>> {
        let mut found = Found::new(f);
        f.api().load(self.live(), &C::definition().type_def, key.index, &mut found)?;
        Ok(found.take().map(|value| f.push(value)))
    }

    /// A field's value.
    ///
    /// # Errors
    /// `AttributeError` when it is unset.
    #[inline]
    pub fn load<T: PyType>(self, f: &Frame<'f>, key: Key<C, T>) -> Result<Handle<'f, T>> {
        match self.find(f, key)? {
            Some(value) => Ok(value),
            None => Err(unset(C::NAME, key.name)),
        }
    }

    /// Sets a field, or unsets it.
    ///
    /// # Errors
    /// What the provider's write barrier raises.
    #[inline]
    pub fn store<T: PyType>(
        self,
        f: &Frame<'f>,
        key: Key<C, T>,
        value: impl Into<Option<Handle<'f, T>>>,
    ) -> Result {
        let value = value.into().map(Handle::live);
        f.api().store(self.live(), &C::definition().type_def, key.index, value)
    }

    /// Sets a field, or unsets it, and returns its value before, in one step: no other thread gets that
    /// value too.
    ///
    /// # Errors
    /// What the provider's barriers raise.
    #[inline]
    pub fn replace<T: PyType>(
        self,
        f: &Frame<'f>,
        key: Key<C, T>,
        value: impl Into<Option<Handle<'f, T>>>,
    ) -> Result<Option<Handle<'f, T>>> {
        let mut found = Found::new(f);
        let value = value.into().map(Handle::live);
        f.api().replace(self.live(), &C::definition().type_def, key.index, value, &mut found)?;
        Ok(found.take().map(|value| f.push(value)))
    }

    /// Unsets a field, and returns its value before, in one step.
    ///
    /// # Errors
    /// As for [`Handle::replace`].
    #[inline]
    pub fn take<T: PyType>(self, f: &Frame<'f>, key: Key<C, T>) -> Result<Option<Handle<'f, T>>> {
        self.replace(f, key, None)
    }
}

#[cold]
fn unset(class: &str, field: &str) -> crate::Error {
    AttributeError::new_err(format!("'{class}' object has no value for '{field}'"))
}
