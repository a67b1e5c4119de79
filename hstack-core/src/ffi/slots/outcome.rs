//! What special methods may return.

use crate::convert::{Temp, ToPy};
use crate::error::{Error, Result};
use crate::ffi::entry::{Outcome, Returned};
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::Any;
use core::ffi::c_int;

/// What `__next__` and `__anext__` may return: `Option`, or a `Result` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of `__next__` or `__anext__`",
    label = "neither an `Option` nor a `Result` of one",
    note = "return `Option`, where `None` is the end, or `Result` of one"
)]
pub trait NextOutcome<'f> {
    /// The item, or none at the end.
    fn next(self, f: &Frame<'f>) -> Result<Option<Returned>>;
}

impl<'f, T: ToPy<'f>> NextOutcome<'f> for Option<T> {
    #[inline(always)]
    fn next(self, f: &Frame<'f>) -> Result<Option<Returned>> {
        self.map(|value| value.returned(f)).transpose()
    }
}

impl<'f, T: ToPy<'f>, E: Into<Error>> NextOutcome<'f> for Result<Option<T>, E> {
    #[inline(always)]
    fn next(self, f: &Frame<'f>) -> Result<Option<Returned>> {
        self.map_err(Into::into)?.next(f)
    }
}

/// The result of `__anext__`: what to wait for, or `StopAsyncIteration` at the end.
#[inline]
pub fn async_next<'f>(f: &Frame<'f>, result: impl NextOutcome<'f>) -> Result<Returned> {
    result.next(f)?.ok_or_else(|| crate::exceptions::StopAsyncIteration::new_err(""))
}

/// A number that `__len__`, `__hash__` or `__bool__` may return.
pub trait Number: Copy {
    /// The same bits, or the closest number.
    fn to_size(self) -> isize;
}

macro_rules! numbers {
    ($($ty:ty)*) => { $(impl Number for $ty {
        #[inline(always)]
        fn to_size(self) -> isize { self as isize }
    })* };
}
numbers!(bool u8 u16 u32 u64 usize i8 i16 i32 i64 isize);

/// What `__len__`, `__hash__`, `__bool__` and `__contains__` may return: a number, or a `Result` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of `__len__`, `__hash__`, `__bool__` or `__contains__`",
    label = "neither a number nor a `Result` of one",
    note = "return `usize` for a length, `u64` or `isize` for a hash, `bool` for a truth, or `Result` of it"
)]
pub trait NumberOutcome {
    /// The number.
    fn number(self) -> Result<isize>;
}

impl<N: Number> NumberOutcome for N {
    #[inline(always)]
    fn number(self) -> Result<isize> {
        Ok(self.to_size())
    }
}

impl<N: Number, E: Into<Error>> NumberOutcome for Result<N, E> {
    #[inline(always)]
    fn number(self) -> Result<isize> {
        self.map(N::to_size).map_err(Into::into)
    }
}

/// The result of `__len__`.
#[inline(always)]
pub fn length(result: impl NumberOutcome) -> Result<isize> {
    result.number().and_then(|n| if n >= 0 { Ok(n) } else { Err(no_length()) })
}

#[cold]
fn no_length() -> Error {
    crate::exceptions::ValueError::new_err("__len__() should return >= 0")
}

/// The result of `__hash__`; -1 would say that an exception is pending.
#[inline(always)]
pub fn hash(result: impl NumberOutcome) -> Result<isize> {
    result.number().map(|n| if n == -1 { -2 } else { n })
}

/// The result of `__bool__` or `__contains__`.
#[inline(always)]
pub fn truth(result: impl NumberOutcome) -> Result<c_int> {
    result.number().map(|n| c_int::from(n != 0))
}

/// The result of `__iadd__` and the like: nothing stands for the object itself.
#[inline(always)]
pub fn in_place<'f>(f: &Frame<'f>, this: Handle<'f, Any>, result: impl Outcome<'f>) -> Result<Returned> {
    let returned = result.returned(f)?.into_temp(f);
    let nothing = returned.raw() == f.ctx().none();
    Ok(Returned::new(if nothing { Temp::of(f, this.live()) } else { returned }))
}
