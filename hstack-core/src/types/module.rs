//! Modules

use super::{Any, Dict, Module};
use crate::convert::{FromPy, ToPy};
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::name::Name;

impl<'f> Frame<'f> {
    /// `import name`: the module itself, also of a dotted name.
    ///
    /// # Errors
    /// `ImportError`, and what running the module raises.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// fn square_root(f: &Frame, x: f64) -> Result<f64> {
    ///     f.import("math")?.call_method(f, "sqrt", (x,))
    /// }
    /// ```
    #[inline]
    pub fn import(&self, name: impl Name<'f>) -> Result<Handle<'f, Module>> {
        name.named(self, |name| self.keep(self.api().import(name)))
    }
}

impl<'f> Handle<'f, Module> {
    /// `module.__dict__`
    ///
    /// # Errors
    /// None for a module.
    #[inline]
    pub fn dict(self, f: &Frame<'f>) -> Result<Handle<'f, Dict>> {
        self.get_attr(f, "__dict__")
    }

    /// `module.__name__`
    ///
    /// # Errors
    /// `AttributeError` when someone deleted it.
    #[inline]
    pub fn name(self, f: &Frame<'f>) -> Result<&'f str> {
        self.get_attr(f, "__name__")
    }

    /// Adds a value under a name, and the name to `__all__`.
    ///
    /// # Errors
    /// What converting or setting raises.
    #[inline]
    pub fn add(self, f: &Frame<'f>, name: &str, value: impl ToPy<'f>) -> Result {
        self.set_attr(f, name, value)
    }

    /// A member of the module.
    ///
    /// # Errors
    /// `AttributeError` when there is none.
    #[inline]
    pub fn get<T: FromPy<'f>>(self, f: &Frame<'f>, name: impl Name<'f>) -> Result<T> {
        Handle::<Any>::get_attr(*self, f, name)
    }
}
