//! The two conversion traits.

use super::Temp;
use crate::error::{Error, Result};
use crate::exceptions::TypeError;
use crate::ffi::{Found, Live, Peeked};
use crate::frame::Frame;
use crate::handle::{Handle, PyType};
use crate::types::Any;

/// What can be made from a Python object.
///
/// Numbers, `String`, `Vec` and the like copy what they need and take no slot in the frame; handles,
/// `&'f str` and `&'f [u8]` keep the object alive and take one. Implement [`FromPy::from_py`], or
/// derive the trait for structs and enums.
///
/// | Rust | from Python | to Python |
/// |---|---|---|
/// | `i8` to `i128`, `u8` to `u128`, `isize`, `usize`, `NonZero` | int or `__index__` | int |
/// | `f64`, `f32` | float, `__float__`, `__index__` | float |
/// | `bool`, `()` | bool, anything | bool, `None` |
/// | `&'f str`, `Cow<'f, str>`, `String`, `Box<str>` | str | str |
/// | `char` | str of one character | str |
/// | `CString`, `&CStr` | str or bytes (owned only) | str |
/// | `&'f [u8]` | bytes | bytes |
/// | `Cow<'f, [u8]>`, `Vec<u8>`, `[u8; N]` | bytes, bytearray (the last two: any sequence, too) | bytes |
/// | `Vec<T>`, `Box<[T]>`, `[T; N]`, `&[T]` | any iterable but str and dict (owned only) | list |
/// | tuples up to twelve | tuple of that length | tuple |
/// | `Option<T>`, `Cell<T>` | `None` or `T`, `T` | the same |
/// | `HashMap`, `BTreeMap` | dict or mapping | dict |
/// | `HashSet`, `BTreeSet` | set or frozenset | set |
/// | `OsString`, `OsStr` | str | str |
/// | `PathBuf`, `Path` | str, bytes, `__fspath__` | `pathlib.Path` |
/// | `Duration`, `SystemTime` | `timedelta`, aware `datetime` | the same |
/// | `IpAddr`, `Ipv4Addr`, `Ipv6Addr` | `ipaddress` object or str | `ipaddress` object |
/// | `Handle`, `Global` | an object of its type | the object |
/// | [`Buffer<'f, T>`](crate::buffer::Buffer) | an object with the buffer protocol | |
///
/// What does not fit is an error, never cut off: the exceptions are `f32`, which rounds, and the times,
/// which have whole microseconds in Python.
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
    note = "arguments and extracted values are handles (`Handle<Point>` for a class), std types, or types with `#[derive(FromPy)]` or `impl FromPy`"
)]
pub trait FromPy<'f>: Sized {
    /// Converts an object that lives as long as the frame.
    ///
    /// # Errors
    /// `TypeError` when the object is of another type, `OverflowError` or `ValueError` when its value
    /// does not fit.
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self>;

    /// Whether [`FromPy::try_from_py`] says so without an error that is thrown away.
    #[doc(hidden)]
    const DECLINES: bool = false;

    /// Converts an object, or says that it is of another type, for what may be of several. By default that
    /// is when [`FromPy::from_py`] raises `TypeError`; handles, text and enums of them make no error.
    ///
    /// # Errors
    /// What else is wrong with the object.
    #[inline]
    fn try_from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<Self>> {
        match Self::from_py(f, object) {
            Ok(value) => Ok(Some(value)),
            Err(error) => unless_mistyped(f, error).map(|()| None),
        }
    }

    /// Converts an object that nothing else keeps alive. By default the frame takes it over.
    ///
    /// # Errors
    /// As [`FromPy::from_py`].
    #[inline]
    fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
        Self::from_py(f, f.push(temp))
    }

    /// The value, where reading it takes no more than the object's own memory.
    #[doc(hidden)]
    #[inline(always)]
    fn peek(_: Peeked<'_, 'f>) -> Option<Self> {
        None
    }

    /// All items of an object of these [kinds](hstack_sys::kind), where there is a faster way than one
    /// by one.
    #[doc(hidden)]
    #[inline(always)]
    fn vec_from_py(_: &Frame<'f>, _: Handle<'f, Any>, _kinds: u32) -> Option<Result<Vec<Self>>> {
        None
    }

    /// The value of a key in a dict.
    #[doc(hidden)]
    #[inline(always)]
    fn find_in_dict(f: &Frame<'f>, dict: Live<'_>, key: Live<'_>) -> Result<Option<Self>> {
        let mut found = Found::new(f);
        f.api().dict_find(dict, key, &mut found.slot)?;
        found.take().map(|value| Self::from_temp(f, value)).transpose()
    }
}

/// What is wrong, unless that is the type.
#[cold]
#[inline(never)]
fn unless_mistyped(f: &Frame<'_>, error: Error) -> Result {
    if error.is_instance::<TypeError>(f) { Ok(()) } else { Err(error) }
}

/// Types that keep nothing alive in the frame, so that a plain `for` loop over them is fine.
#[diagnostic::on_unimplemented(
    message = "a plain loop would keep every `{Self}` alive until the frame ends",
    label = "this type keeps a handle",
    note = "write `for_each!(f, x in xs, {{ .. }})`: it closes each item's handles; or collect them with `to_vec`",
    note = "in a type with `#[derive(FromPy)]`: give the type a lifetime, which is the frame's"
)]
pub trait FromPyOwned: for<'x> FromPy<'x> {}

/// What can be made into a Python object.
///
/// Branded: a handle goes only into a frame that it outlives, else it could cross interpreters.
/// Implement [`ToPy::to_temp`], usually by converting something that has it, or derive the trait.
/// [`FromPy`] has the table of types.
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

    /// Sets the value of a key in a dict.
    #[doc(hidden)]
    #[inline(always)]
    fn put_in_dict(self, f: &Frame<'f>, dict: Live<'_>, key: Live<'_>) -> Result {
        self.lend(f, |value| f.api().dict_set(dict, key, value))?;
        Ok(())
    }

    /// A list of them.
    #[doc(hidden)]
    #[inline]
    fn list_to_temp<'a>(items: impl Iterator<Item = Self>, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        super::collections::list_of(f, items)
    }

    /// What a vector of it becomes: a list, where the type says nothing else.
    #[doc(hidden)]
    #[inline]
    fn vec_to_temp<'a>(items: Vec<Self>, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        Self::list_to_temp(items.into_iter(), f)
    }

    /// What a slice of it becomes, where that needs no value for each item.
    #[doc(hidden)]
    #[inline(always)]
    fn slice_to_temp<'a>(_items: &[Self], _: &'a Frame<'f>) -> Option<Result<Temp<'a, 'f>>> {
        None
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

    const DECLINES: bool = true;

    #[inline(always)]
    fn try_from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<Self>> {
        Ok(object.try_cast(f))
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

    #[inline]
    fn list_to_temp<'a>(items: impl Iterator<Item = Self>, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        f.api().list_of(&items.map(Handle::live).collect::<Vec<_>>())
    }

    #[inline]
    fn slice_to_temp<'a>(items: &[Self], f: &'a Frame<'f>) -> Option<Result<Temp<'a, 'f>>> {
        Some(f.api().list_of(Handle::live_all(items)))
    }
}

impl<'f, T> ToPy<'f> for &Handle<'f, T> {
    #[inline(always)]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        (*self).to_temp(f)
    }

    #[inline(always)]
    fn lend<R>(self, f: &Frame<'f>, g: impl FnOnce(Live<'_>) -> Result<R>) -> Result<R> {
        (*self).lend(f, g)
    }
}

/// `None` in Rust is `None` in Python.
impl<'f, T: FromPy<'f>> FromPy<'f> for Option<T> {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        if object.is_none(f) { Ok(None) } else { T::from_py(f, object).map(Some) }
    }

    const DECLINES: bool = T::DECLINES;

    #[inline]
    fn try_from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<Self>> {
        if object.is_none(f) { Ok(Some(None)) } else { Ok(T::try_from_py(f, object)?.map(Some)) }
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

impl<'f, 'x, T> ToPy<'f> for &'x Option<T>
where
    &'x T: ToPy<'f>,
{
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        self.as_ref().to_temp(f)
    }
}

/// `None`, as a function without a result returns.
impl<'f> ToPy<'f> for () {
    #[inline(always)]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        Ok(Temp::of(f, f.none().live()))
    }
}
