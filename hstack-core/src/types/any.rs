//! What every object can do.

use super::{Any, Bool, List, NoneType, Str, Type};
use crate::convert::{FromPy, ToPy};
use crate::error::Result;
use crate::ffi::Found;
use crate::frame::Frame;
use crate::handle::{Handle, PyType};
use crate::name::Name;
use hstack_sys::Constant;

impl<'f> Frame<'f> {
    /// `None`
    #[inline(always)]
    pub fn none(&self) -> Handle<'f, NoneType> {
        self.known_constant(Constant::None)
    }

    /// `NotImplemented`: what an operator returns for operands that it does not know.
    #[inline(always)]
    pub fn not_implemented(&self) -> Handle<'f, Any> {
        self.known_constant(Constant::NotImplemented)
    }

    /// `...`
    #[inline(always)]
    pub fn ellipsis(&self) -> Handle<'f, Any> {
        self.known_constant(Constant::Ellipsis)
    }
}

impl<'f> Handle<'f, Any> {
    /// `self is other`
    #[inline(always)]
    pub fn is<T>(self, _: &Frame<'f>, other: Handle<'f, T>) -> bool {
        self.raw() == other.raw()
    }

    /// `self is None`
    #[inline(always)]
    pub fn is_none(self, f: &Frame<'f>) -> bool {
        self.raw() == f.none().raw()
    }

    /// Converts: `object.extract::<i64>(f)`.
    ///
    /// # Errors
    /// As [`FromPy::from_py`].
    #[inline(always)]
    pub fn extract<T: FromPy<'f>>(self, f: &Frame<'f>) -> Result<T> {
        T::from_py(f, self)
    }

    /// Converts, or says that the object is of another type: for what may be of several.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// fn width<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<f64> {
    ///     if let Some(text) = object.try_extract::<&str>(f)? {
    ///         return Ok(text.len() as f64);
    ///     }
    ///     object.extract(f)
    /// }
    /// ```
    ///
    /// # Errors
    /// As [`FromPy::try_from_py`].
    #[inline(always)]
    pub fn try_extract<T: FromPy<'f>>(self, f: &Frame<'f>) -> Result<Option<T>> {
        T::try_from_py(f, self)
    }

    /// `type(self)`
    #[inline]
    pub fn get_type(self, f: &Frame<'f>) -> Handle<'f, Type> {
        f.push(f.api().type_of(self.live()))
    }

    /// `isinstance(self, class)`; `class` may be a tuple of classes.
    ///
    /// # Errors
    /// What `__instancecheck__` raises; `TypeError` when `class` is not a class.
    #[inline]
    pub fn is_instance(self, f: &Frame<'f>, class: Handle<'f, Any>) -> Result<bool> {
        f.api().is_instance(self.live(), class.live())
    }

    /// Whether the object is a `T`, of a derived type too.
    #[inline]
    pub fn is_instance_of<T: PyType>(self, f: &Frame<'f>) -> bool {
        T::check(f, self)
    }

    /// Whether the object's type is exactly `class`.
    #[inline]
    pub fn is_exact_instance(self, f: &Frame<'f>, class: Handle<'f, Type>) -> bool {
        f.api().type_of(self.live()).raw() == class.raw()
    }

    /// `self.name`
    ///
    /// # Errors
    /// `AttributeError` when there is none, and what a property raises.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// fn area<'f>(f: &Frame<'f>, shape: Handle<'f, Any>) -> Result<f64> {
    ///     Ok(shape.get_attr::<f64>(f, "width")? * shape.get_attr::<f64>(f, "height")?)
    /// }
    /// ```
    #[inline]
    pub fn get_attr<T: FromPy<'f>>(self, f: &Frame<'f>, name: impl Name<'f>) -> Result<T> {
        let value = name.named(f, |name| f.api().get_attr(self.live(), name))?;
        T::from_temp(f, value)
    }

    /// `self.name`, or `None` when there is none: absence is not an error.
    ///
    /// # Errors
    /// What a property raises, except `AttributeError`.
    #[inline]
    pub fn find_attr<T: FromPy<'f>>(self, f: &Frame<'f>, name: impl Name<'f>) -> Result<Option<T>> {
        let mut found = Found::new(f);
        name.named(f, |name| f.api().find_attr(self.live(), name, &mut found.slot))?;
        found.take().map(|value| T::from_temp(f, value)).transpose()
    }

    /// Whether there is an attribute of this name.
    ///
    /// # Errors
    /// As [`Handle::find_attr`].
    #[inline]
    pub fn has_attr(self, f: &Frame<'f>, name: impl Name<'f>) -> Result<bool> {
        let mut found = Found::new(f);
        name.named(f, |name| f.api().find_attr(self.live(), name, &mut found.slot))
    }

    /// `self.name = value`
    ///
    /// # Errors
    /// What setting it raises.
    #[inline]
    pub fn set_attr(self, f: &Frame<'f>, name: impl Name<'f>, value: impl ToPy<'f>) -> Result {
        value.lend(f, |value| name.named(f, |name| f.api().set_attr(self.live(), name, value)))?;
        Ok(())
    }

    /// `object.__getattribute__(self, name)`: how attributes are found by default. For a class with a
    /// `__getattribute__` of its own, which would find itself through [`Handle::get_attr`].
    ///
    /// # Errors
    /// `AttributeError` when there is none, and what a property raises.
    #[inline]
    pub fn get_attr_generic<T: FromPy<'f>>(self, f: &Frame<'f>, name: impl Name<'f>) -> Result<T> {
        let value = name.named(f, |name| f.api().get_attr_generic(self.live(), name))?;
        T::from_temp(f, value)
    }

    /// `object.__setattr__(self, name, value)`: the same for a class with `__setattr__`.
    ///
    /// # Errors
    /// `AttributeError` when the attribute cannot be set, and what a property raises.
    #[inline]
    pub fn set_attr_generic(self, f: &Frame<'f>, name: impl Name<'f>, value: impl ToPy<'f>) -> Result {
        value.lend(f, |value| {
            name.named(f, |name| f.api().set_attr_generic(self.live(), name, Some(value)))
        })?;
        Ok(())
    }

    /// `object.__delattr__(self, name)`: the same for a class with `__delattr__`.
    ///
    /// # Errors
    /// `AttributeError` when there is none, and what a property raises.
    #[inline]
    pub fn del_attr_generic(self, f: &Frame<'f>, name: impl Name<'f>) -> Result {
        name.named(f, |name| f.api().set_attr_generic(self.live(), name, None))?;
        Ok(())
    }

    /// `del self.name`
    ///
    /// # Errors
    /// What deleting it raises.
    #[inline]
    pub fn del_attr(self, f: &Frame<'f>, name: impl Name<'f>) -> Result {
        name.named(f, |name| f.api().del_attr(self.live(), name))?;
        Ok(())
    }

    /// `self[key]`
    ///
    /// # Errors
    /// `KeyError`, `IndexError` or whatever `__getitem__` raises; `TypeError` when it has none.
    #[inline]
    pub fn get_item<T: FromPy<'f>>(self, f: &Frame<'f>, key: impl ToPy<'f>) -> Result<T> {
        let value = key.lend(f, |key| f.api().get_item(self.live(), key))?;
        T::from_temp(f, value)
    }

    /// `self[key]`, or `None` when that raises a `LookupError`.
    ///
    /// # Errors
    /// Whatever else `__getitem__` raises.
    #[inline]
    pub fn find_item<T: FromPy<'f>>(self, f: &Frame<'f>, key: impl ToPy<'f>) -> Result<Option<T>> {
        let mut found = Found::new(f);
        key.lend(f, |key| f.api().find_item(self.live(), key, &mut found.slot))?;
        found.take().map(|value| T::from_temp(f, value)).transpose()
    }

    /// `self[key] = value`
    ///
    /// # Errors
    /// What `__setitem__` raises; `TypeError` when it has none.
    #[inline]
    pub fn set_item(self, f: &Frame<'f>, key: impl ToPy<'f>, value: impl ToPy<'f>) -> Result {
        key.lend(f, |key| value.lend(f, |value| f.api().set_item(self.live(), key, value)))?;
        Ok(())
    }

    /// `del self[key]`
    ///
    /// # Errors
    /// What `__delitem__` raises; `TypeError` when it has none.
    #[inline]
    pub fn del_item(self, f: &Frame<'f>, key: impl ToPy<'f>) -> Result {
        key.lend(f, |key| f.api().del_item(self.live(), key))?;
        Ok(())
    }

    /// `len(self)`
    ///
    /// # Errors
    /// `TypeError` when it has no length, and what `__len__` raises.
    #[inline]
    pub fn len(self, f: &Frame<'f>) -> Result<usize> {
        f.api().len(self.live())
    }

    /// `len(self) == 0`
    ///
    /// # Errors
    /// As [`Handle::len`].
    #[inline]
    pub fn is_empty(self, f: &Frame<'f>) -> Result<bool> {
        Ok(self.len(f)? == 0)
    }

    /// `item in self`
    ///
    /// # Errors
    /// What `__contains__` or iterating raises.
    #[inline]
    pub fn contains(self, f: &Frame<'f>, item: impl ToPy<'f>) -> Result<bool> {
        item.lend(f, |item| f.api().contains(self.live(), item))
    }

    /// `bool(self)`
    ///
    /// # Errors
    /// What `__bool__` or `__len__` raises.
    #[inline]
    pub fn is_truthy(self, f: &Frame<'f>) -> Result<bool> {
        f.api().is_true(self.live())
    }

    /// `hash(self)`
    ///
    /// # Errors
    /// `TypeError` when it is unhashable, and what `__hash__` raises.
    #[inline]
    pub fn hash(self, f: &Frame<'f>) -> Result<isize> {
        let mut value = 0;
        f.api().hash(self.live(), &mut value)?;
        Ok(value)
    }

    /// `repr(self)`
    ///
    /// # Errors
    /// What `__repr__` raises.
    #[inline]
    pub fn repr(self, f: &Frame<'f>) -> Result<Handle<'f, Str>> {
        f.keep(f.api().repr(self.live()))
    }

    /// `str(self)`
    ///
    /// # Errors
    /// What `__str__` raises.
    #[inline]
    pub fn str(self, f: &Frame<'f>) -> Result<Handle<'f, Str>> {
        f.keep(f.api().str(self.live()))
    }

    /// `ascii(self)`
    ///
    /// # Errors
    /// What `__repr__` raises.
    #[inline]
    pub fn ascii(self, f: &Frame<'f>) -> Result<Handle<'f, Str>> {
        f.keep(f.api().ascii(self.live()))
    }

    /// `bytes(self)`
    ///
    /// # Errors
    /// `TypeError` when it cannot be, and what `__bytes__` raises.
    #[inline]
    pub fn bytes(self, f: &Frame<'f>) -> Result<Handle<'f, super::Bytes>> {
        f.keep(f.api().bytes(self.live()))
    }

    /// `format(self, spec)`
    ///
    /// # Errors
    /// What `__format__` raises.
    #[inline]
    pub fn format(self, f: &Frame<'f>, spec: &str) -> Result<Handle<'f, Str>> {
        let spec = f.api().str_from(spec)?;
        f.keep(f.api().format(self.live(), spec.live()))
    }

    /// `dir(self)`
    ///
    /// # Errors
    /// What `__dir__` raises.
    #[inline]
    pub fn dir(self, f: &Frame<'f>) -> Result<Handle<'f, List>> {
        f.keep(f.api().dir(self.live()))
    }

    /// Whether the object can be called.
    #[inline]
    pub fn is_callable(self, f: &Frame<'f>) -> bool {
        f.api().is_callable(self.live())
    }

    /// The bits of [`hstack_sys::kind`]: one call.
    #[inline]
    pub(crate) fn kinds(self, f: &Frame<'f>) -> u32 {
        f.api().kinds_of(self.live())
    }
}

impl<'f> Frame<'f> {
    /// `True` or `False`
    #[inline(always)]
    pub fn bool(&self, value: bool) -> Handle<'f, Bool> {
        self.known_constant(if value { Constant::True } else { Constant::False })
    }
}
