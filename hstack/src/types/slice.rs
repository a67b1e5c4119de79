//! `slice` and `range`

use super::sequence::clip;
use super::{Range, Slice, Type};
use crate::convert::{FromPy, ToPy};
use crate::error::Result;
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
