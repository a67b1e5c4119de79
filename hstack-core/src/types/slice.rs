//! `slice` and `range`

use super::sequence::clip;
use super::{Any, Range, Slice, Type};
use crate::convert::{FromPy, ToPy};
use crate::error::{Error, Result};
use crate::exceptions::{IndexError, TypeError};
use crate::frame::Frame;
use crate::handle::Handle;
use hstack_sys::Constant;

/// What a slice selects from a sequence of a given length.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Indices {
    /// The first index.
    pub start: isize,
    /// The index where it ends; -1 when it ends before the first item.
    pub stop: isize,
    /// The distance from one index to the next, never 0.
    pub step: isize,
    /// How many indices there are.
    pub len: usize,
}

impl Indices {
    /// The indices.
    #[inline]
    pub fn iter(self) -> impl ExactSizeIterator<Item = usize> + DoubleEndedIterator {
        (0..self.len).map(move |i| (self.start + i as isize * self.step) as usize)
    }
}

/// What stands between brackets: the argument of `__getitem__` of a class that is indexed as a list is.
///
/// ```
/// use hstack::prelude::*;
/// use hstack::types::{Selection, Subscript};
///
/// fn get<'f>(f: &Frame<'f>, items: &[i64], key: Subscript<'f>) -> Result<Vec<i64>> {
///     Ok(match key.select(f, items.len())? {
///         Selection::Item(index) => vec![items[index]],
///         Selection::Items(indices) => indices.iter().map(|index| items[index]).collect(),
///     })
/// }
/// ```
#[derive(Clone, Copy)]
pub enum Subscript<'f> {
    /// `object[1]`; below zero it counts from the end.
    Index(isize),
    /// `object[1:2]`
    Slice(Handle<'f, Slice>),
}

/// What a [`Subscript`] selects from a sequence of a given length.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Selection {
    /// One item.
    Item(usize),
    /// Those of a slice.
    Items(Indices),
}

impl<'f> Subscript<'f> {
    /// What it selects from `len` items.
    ///
    /// # Errors
    /// `IndexError` when there is no such item, and as [`Handle::indices`].
    #[inline]
    pub fn select(self, f: &Frame<'f>, len: usize) -> Result<Selection> {
        match self {
            Subscript::Slice(slice) => slice.indices(f, len).map(Selection::Items),
            Subscript::Index(index) => {
                let counted = if index < 0 { index.saturating_add_unsigned(len) } else { index };
                match usize::try_from(counted) {
                    Ok(index) if index < len => Ok(Selection::Item(index)),
                    _ => Err(IndexError::new_err("index out of range")),
                }
            }
        }
    }
}

impl<'f> FromPy<'f> for Subscript<'f> {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        Self::try_from_py(f, object)?.ok_or_else(|| no_subscript(f, object, ""))
    }

    #[inline]
    fn try_from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<Self>> {
        match object.try_cast::<Slice>(f) {
            Some(slice) => Ok(Some(Subscript::Slice(slice))),
            None => Ok(index(f, object)?.map(Subscript::Index)),
        }
    }
}

/// "list indices must be integers or slices, not str"
#[cold]
#[inline]
pub(crate) fn no_subscript<'f>(f: &Frame<'f>, object: Handle<'f, Any>, class: &str) -> Error {
    let space = if class.is_empty() { "" } else { " " };
    match object.get_type(f).name(f) {
        Ok(other) => {
            TypeError::new_err(format!("{class}{space}indices must be integers or slices, not {other}"))
        }
        Err(error) => error,
    }
}

/// The value of an object with `__index__`; the errors are those of `list[object]`.
#[inline]
pub(crate) fn index<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<isize>> {
    if let Some(index) = f.api().small_int(object.live()) {
        return Ok(Some(index as isize));
    }
    let class = object.get_type(f);
    match f.api().index(object.live()) {
        Ok(value) => match isize::from_temp(f, value) {
            Ok(index) => Ok(Some(index)),
            Err(_) => {
                let class = class.name(f)?;
                Err(IndexError::new_err(format!("cannot fit '{class}' into an index-sized integer")))
            }
        },
        Err(error) if error.is_instance::<TypeError>(f) && !class.has_attr(f, name!("__index__"))? => {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

impl<'f> Frame<'f> {
    /// `slice(start, stop, step)`; `()` is `None`.
    ///
    /// # Errors
    /// What converting the values raises.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// fn every_other<'f>(f: &Frame<'f>, xs: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
    ///     xs.get_item(f, f.slice(1, (), 2)?)
    /// }
    /// ```
    #[inline]
    pub fn slice(
        &self,
        start: impl ToPy<'f>,
        stop: impl ToPy<'f>,
        step: impl ToPy<'f>,
    ) -> Result<Handle<'f, Slice>> {
        self.keep(start.lend(self, |start| {
            stop.lend(self, |stop| {
                step.lend(self, |step| self.api().slice_new(Some(start), Some(stop), Some(step)))
            })
        }))
    }

    /// `range(start, stop, step)`
    ///
    /// # Errors
    /// `ValueError` when the step is zero, `TypeError` when a value is no int.
    #[inline]
    pub fn range(
        &self,
        start: impl ToPy<'f>,
        stop: impl ToPy<'f>,
        step: impl ToPy<'f>,
    ) -> Result<Handle<'f, Range>> {
        let class: Handle<Type> = self.known_constant(Constant::Range);
        class.call(self, (start, stop, step))
    }
}

impl<'f> Handle<'f, Slice> {
    /// `self.indices(len)`, and how many items that selects.
    ///
    /// # Errors
    /// `TypeError` when a part of the slice is neither `None` nor an int, `ValueError` for a step of 0.
    #[inline]
    pub fn indices(self, f: &Frame<'f>, len: usize) -> Result<Indices> {
        let (mut start, mut stop, mut step) = (0, 0, 0);
        let len = f.api().slice_indices(self.live(), clip(len), &mut start, &mut stop, &mut step)?;
        Ok(Indices { start, stop, step, len })
    }
}

macro_rules! parts {
    ($($ty:ident)*) => { $(
        impl<'f> Handle<'f, $ty> {
            /// `self.start`
            ///
            /// # Errors
            /// What converting it raises.
            #[inline]
            pub fn start<T: FromPy<'f>>(self, f: &Frame<'f>) -> Result<T> {
                self.get_attr(f, name!("start"))
            }

            /// `self.stop`
            ///
            /// # Errors
            /// What converting it raises.
            #[inline]
            pub fn stop<T: FromPy<'f>>(self, f: &Frame<'f>) -> Result<T> {
                self.get_attr(f, name!("stop"))
            }

            /// `self.step`
            ///
            /// # Errors
            /// What converting it raises.
            #[inline]
            pub fn step<T: FromPy<'f>>(self, f: &Frame<'f>) -> Result<T> {
                self.get_attr(f, name!("step"))
            }
        }
    )* };
}
parts!(Slice Range);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indices() {
        let backwards = Indices { start: 4, stop: -1, step: -2, len: 3 };
        assert_eq!(backwards.iter().collect::<Vec<_>>(), [4, 2, 0]);
        assert_eq!(Indices { start: 1, stop: 1, step: 1, len: 0 }.iter().len(), 0);
    }
}
