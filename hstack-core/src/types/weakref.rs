//! Weak references

use super::{Any, Weakref};
use crate::convert::FromPy;
use crate::error::Result;
use crate::ffi::Found;
use crate::frame::Frame;
use crate::handle::Handle;

impl<'f> Frame<'f> {
    /// `weakref.ref(object)`
    ///
    /// # Errors
    /// `TypeError` when there can be no weak reference to such an object.
    #[inline]
    pub fn weakref(&self, object: Handle<'f, Any>) -> Result<Handle<'f, Weakref>> {
        self.keep(self.api().weakref_new(object.live(), None))
    }

    /// `weakref.ref(object, callback)`: the callback gets the reference when the object is gone.
    ///
    /// # Errors
    /// As [`Frame::weakref`].
    #[inline]
    pub fn weakref_with_callback(
        &self,
        object: Handle<'f, Any>,
        callback: Handle<'f, Any>,
    ) -> Result<Handle<'f, Weakref>> {
        self.keep(self.api().weakref_new(object.live(), Some(callback.live())))
    }
}

impl<'f> Handle<'f, Weakref> {
    /// The object, or `None` when it is gone: absence is not an error.
    ///
    /// # Errors
    /// What the conversion raises.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// # use hstack::types::Weakref;
    /// fn alive<'f>(f: &Frame<'f>, weak: Handle<'f, Weakref>) -> Result<bool> {
    ///     Ok(weak.upgrade::<Handle<Any>>(f)?.is_some())
    /// }
    /// ```
    #[inline]
    pub fn upgrade<T: FromPy<'f>>(self, f: &Frame<'f>) -> Result<Option<T>> {
        let mut found = Found::new(f);
        f.api().weakref_get(self.live(), &mut found.slot)?;
        found.take().map(|object| T::from_temp(f, object)).transpose()
    }
}
