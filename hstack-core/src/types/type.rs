//! Types

use super::{Any, Tuple, Type};
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;

impl<'f> Handle<'f, Type> {
    /// `self.__name__`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn name(self, f: &Frame<'f>) -> Result<&'f str> {
        f.keep::<super::Str>(f.api().type_name(self.live()))?.as_str(f)
    }

    /// The name with its module, except for built-in types: `collections.OrderedDict`, `int`.
    ///
    /// # Errors
    /// What looking at `__module__` raises.
    #[inline]
    pub fn full_name(self, f: &Frame<'f>) -> Result<&'f str> {
        f.keep::<super::Str>(f.api().type_full_name(self.live()))?.as_str(f)
    }

    /// `self.__qualname__`
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn qualname(self, f: &Frame<'f>) -> Result<&'f str> {
        self.get_attr(f, "__qualname__")
    }

    /// `issubclass(self, base)`
    ///
    /// # Errors
    /// What `__subclasscheck__` raises.
    #[inline]
    pub fn is_subclass(self, f: &Frame<'f>, base: Handle<'f, Any>) -> Result<bool> {
        f.api().is_subclass(self.live(), base.live())
    }

    /// `self.__mro__`
    ///
    /// # Errors
    /// None for a type.
    #[inline]
    pub fn mro(self, f: &Frame<'f>) -> Result<Handle<'f, Tuple>> {
        self.get_attr(f, "__mro__")
    }

    /// `self.__bases__`
    ///
    /// # Errors
    /// None for a type.
    #[inline]
    pub fn bases(self, f: &Frame<'f>) -> Result<Handle<'f, Tuple>> {
        self.get_attr(f, "__bases__")
    }

    /// `self.__module__`
    ///
    /// # Errors
    /// `AttributeError` when someone deleted it.
    #[inline]
    pub fn module(self, f: &Frame<'f>) -> Result<&'f str> {
        self.get_attr(f, name!("__module__"))
    }
}
