//! The two conversion traits.

use super::Temp;
use crate::error::Result;
use crate::ffi::Live;
use crate::frame::Frame;
use crate::handle::{Handle, PyType};
use crate::types::Any;

/// What can be made from a Python object.
///
/// Numbers, `String`, `Vec` and the like copy what they need and take no slot in the frame; handles,
/// `&'f str` and `&'f [u8]` keep the object alive and take one. Implement [`FromPy::from_py`], or
/// derive the trait for structs and enums.
///
/// ```
/// use hstack::prelude::*;
///
/// struct Celsius(f64);
///
/// impl<'f> FromPy<'f> for Celsius {
///     fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
///         Ok(Celsius(object.extract(f)?))
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be made from a Python object",
    label = "does not implement `FromPy`",
    note = "arguments and extracted values are handles, std types, or types with `#[derive(FromPy)]` or `impl FromPy`"
)]
pub trait FromPy<'f>: Sized {
    /// Converts an object that lives as long as the frame.
    ///
    /// # Errors
    /// `TypeError` when the object is of another type, `OverflowError` or `ValueError` when its value
    /// does not fit.
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self>;

    /// Converts an object that nothing else keeps alive. By default the frame takes it over.
    ///
    /// # Errors
    /// As [`FromPy::from_py`].
    #[inline]
    fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
        Self::from_py(f, f.push(temp))
    }
}

/// Types that keep nothing alive in the frame, so that a plain `for` loop over them is fine.
#[diagnostic::on_unimplemented(
    message = "a `for` loop would keep every `{Self}` alive until the frame ends",
    label = "this type holds a handle",
    note = "write `for_each!(f, x in xs, {{ .. }})`: it closes each item's handles; or collect them with `to_vec`"
)]
pub trait FromPyOwned: for<'x> FromPy<'x> {}

/// What can be made into a Python object.
///
/// Branded: a handle goes only into a frame that it outlives, else it could cross interpreters.
/// Implement [`ToPy::to_temp`], usually by converting something that has it, or derive the trait.
///
/// ```
/// use hstack::prelude::*;
///
/// struct Celsius(f64);
///
/// impl<'f> ToPy<'f> for Celsius {
///     fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
///         self.0.to_temp(f)
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be made into a Python object",
    label = "does not implement `ToPy`",
    note = "results and stored values are handles, std types, or types with `#[derive(ToPy)]` or `impl ToPy`"
)]
pub trait ToPy<'f>: Sized {
    /// Makes the object, owned by nobody yet.
    ///
    /// # Errors
    /// Whatever making it raises: `MemoryError`, or the error of a conversion inside.
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>>;

    /// Lends the object to `g`. Handles lend themselves, so that nothing is counted.
    #[doc(hidden)]
    #[inline(always)]
    fn lend<R>(self, f: &Frame<'f>, g: impl FnOnce(Live<'_>) -> Result<R>) -> Result<R> {
        let temp = self.to_temp(f)?;
        g(temp.live())
    }

    /// Makes the object, for the result of a native function. Handles leave their slot.
    #[doc(hidden)]
    #[inline(always)]
    fn into_result<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        self.to_temp(f)
    }

    /// Makes the object and a handle to it.
    ///
    /// # Errors
    /// As [`ToPy::to_temp`].
    #[inline]
    fn to_handle(self, f: &Frame<'f>) -> Result<Handle<'f, Any>> {
        let temp = self.to_temp(f)?;
        Ok(f.push(temp))
    }
}

impl<'f, T: PyType> FromPy<'f> for Handle<'f, T> {
    #[inline(always)]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        object.cast(f)
    }
}

impl<'f, T> ToPy<'f> for Handle<'f, T> {
    #[inline(always)]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        Ok(Temp::of(f, self.live()))
    }

    #[inline(always)]
    fn lend<R>(self, _: &Frame<'f>, g: impl FnOnce(Live<'_>) -> Result<R>) -> Result<R> {
        g(self.live())
    }

    #[inline(always)]
    fn into_result<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        Ok(self.leave(f))
    }
}

/// `None` in Rust is `None` in Python.
impl<'f, T: FromPy<'f>> FromPy<'f> for Option<T> {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        if object.is_none(f) { Ok(None) } else { T::from_py(f, object).map(Some) }
    }

    #[inline]
    fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
        if temp.raw() == f.ctx().none() { Ok(None) } else { T::from_temp(f, temp).map(Some) }
    }
}
impl<T: FromPyOwned> FromPyOwned for Option<T> {}

impl<'f, T: ToPy<'f>> ToPy<'f> for Option<T> {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        match self {
            Some(value) => value.to_temp(f),
            None => ().to_temp(f),
        }
    }
}

/// `None`, as a function without a result returns.
impl<'f> ToPy<'f> for () {
    #[inline(always)]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        Ok(Temp::of(f, f.none().live()))
    }
}
