//! Entry points with the shapes of type slots.

use super::entry::{Code, Outcome, Returned, lent, run};
use super::{Arguments, Live};
use crate::class::{Class, Instance};
use crate::convert::ToPy;
use crate::error::{Error, Result};
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, Tuple, Type};
use core::ffi::c_int;
use hstack_sys::Ref;

/// `tp_repr`, `tp_iter`, `nb_negative`, ..: one object in, one out.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn unary(
    this: Ref,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>) -> Result<Returned>,
) -> Option<Ref> {
    // SAFETY: as for the other entries.
    unsafe { super::entry::no_arguments(this, body) }
}

/// `nb_add`, `mp_subscript`, ..: two objects in, one out.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn binary(
    left: Ref,
    right: Ref,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>, Handle<'f, Any>) -> Result<Returned>,
) -> Option<Ref> {
    // SAFETY: as for the other entries.
    unsafe { super::entry::one_argument(left, right, body) }
}

/// `tp_iternext`: none without an exception is the end.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn next(
    this: Ref,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>) -> Result<Option<Returned>>,
) -> Option<Ref> {
    // SAFETY: as for the other entries.
    unsafe { run(Some(this), |f| body(f, lent(f, this)).map(|r| r.and_then(Returned::into_code))) }
}

/// `sq_length`, `tp_hash`, `nb_bool`: one object in, a number out.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn number<C: Code>(
    this: Ref,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>) -> Result<C>,
) -> C {
    // SAFETY: as for the other entries.
    unsafe { run(Some(this), |f| body(f, lent(f, this))) }
}

/// The setter of a property; the value is null to delete it.
///
/// # Safety
/// An interpreter calls it.
#[inline(always)]
pub unsafe fn set(
    this: Ref,
    value: Option<Ref>,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>, Option<Handle<'f, Any>>) -> Result,
) -> c_int {
    // SAFETY: as for the other entries.
    unsafe {
        run(Some(this), |f| {
            let value = value.map(|value| lent(f, value));
            body(f, lent(f, this), value).map(|()| 0)
        })
    }
}

/// `tp_new`: a class, a tuple and perhaps a dict.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn new(
    class: Ref,
    arguments: Ref,
    keywords: Option<Ref>,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Type>, Arguments<'f>) -> Result<Returned>,
) -> Option<Ref> {
    // SAFETY: as for the other entries.
    unsafe {
        run(Some(class), |f| {
            let tuple: Handle<Tuple> = lent(f, arguments);
            let mut values: Vec<Ref> = Vec::new();
            for i in 0..tuple.len(f)? {
                values.push(tuple.get::<Handle<Any>>(f, i)?.raw());
            }
            let count = values.len();
            let names = match keywords {
                Some(keywords) => keyword_names(f, Live::new(keywords), &mut values)?,
                None => None,
            };
            let arguments = Arguments::new(values.as_ptr(), count, names.map(Handle::raw));
            body(f, lent(f, class), arguments).map(Returned::into_code)
        })
    }
}

/// The names of a dict's entries; the values go behind `values`. The frame keeps both: the dict may
/// be the caller's own, and change.
fn keyword_names<'f>(
    f: &Frame<'f>,
    dict: Live<'_>,
    values: &mut Vec<Ref>,
) -> Result<Option<Handle<'f, Tuple>>> {
    let mut names: Vec<Handle<'f, Any>> = Vec::new();
    let mut position = 0;
    while let Some((name, value)) = f.api().dict_entry(dict, &mut position)? {
        names.push(f.push(name));
        values.push(f.push::<Any>(value).raw());
    }
    if names.is_empty() { Ok(None) } else { f.tuple_of(&names).map(Some) }
}

/// What a constructor may return: an instance, or a `Result` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of `#[new]`",
    label = "not an instance",
    note = "return `Self`, for a class with fields the `Init` struct that its macro writes, or `Result` of one"
)]
pub trait Constructed<'f> {
    /// Makes the instance.
    fn construct(self, f: &Frame<'f>, class: Handle<'f, Type>) -> Result<Returned>;
}

impl<'f, I: Instance<'f>> Constructed<'f> for I {
    #[inline(always)]
    fn construct(self, f: &Frame<'f>, class: Handle<'f, Type>) -> Result<Returned> {
        f.new_of(class.live(), self).map(Returned::new)
    }
}

impl<'f, I: Instance<'f>, E: Into<Error>> Constructed<'f> for Result<I, E> {
    #[inline(always)]
    fn construct(self, f: &Frame<'f>, class: Handle<'f, Type>) -> Result<Returned> {
        match self {
            Ok(instance) => instance.construct(f, class),
            Err(error) => Err(error.into()),
        }
    }
}

/// What `__next__` may return: `Option`, or a `Result` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of `__next__`",
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

/// What `__len__`, `__hash__` and `__bool__` may return: a number, or a `Result` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of `__len__`, `__hash__` or `__bool__`",
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

/// The result of `__len__` or `__hash__`; -1 would say that an exception is pending.
#[inline(always)]
pub fn length(result: impl NumberOutcome) -> Result<isize> {
    result.number().map(|n| if n == -1 { -2 } else { n })
}

/// The result of `__bool__`.
#[inline(always)]
pub fn truth(result: impl NumberOutcome) -> Result<c_int> {
    result.number().map(|n| c_int::from(n != 0))
}

/// The receiver of a method: the interpreter has checked its type.
///
/// # Errors
/// `TypeError` for an instance that was made without its constructor.
#[inline(always)]
pub fn receiver<'f, C: Class>(f: &Frame<'f>, this: Handle<'f, Any>) -> Result<Handle<'f, C>> {
    f.check_payload::<C>(this.live())?;
    // SAFETY: a method or slot of the class's type object gets an instance of it.
    Ok(unsafe { this.cast_unchecked() })
}

/// The payload of [`receiver`].
///
/// # Errors
/// As there.
#[inline(always)]
pub fn payload<'f, C: Class>(f: &Frame<'f>, this: Handle<'f, Any>) -> Result<&'f C> {
    Ok(receiver::<C>(f, this)?.payload(f))
}
