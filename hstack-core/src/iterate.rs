//! Loops: a scope per item, so that a loop never grows the caller's frame.
//!
//! [`for_each!`](crate::for_each) is the loop to write. Its trait, [`Iterable`], is not in the prelude:
//! with it in scope, `(0..3).for_each(..)` would be ambiguous.

use crate::convert::{FromPy, FromPyOwned, ToPy};
use crate::error::{Error, Result};
use crate::exceptions::RuntimeError;
use crate::ffi::Found;
use crate::frame::{Frame, Scope};
use crate::handle::{Derived, Handle, PyType};
use crate::types::{
    Any, ByteArray, Bytes, Dict, FrozenSet, List, Mapping, MappingProxy, MemoryView, Range as PyRange,
    Sequence, Set, Str, Tuple,
};
use std::marker::PhantomData;
use std::ops::{ControlFlow, Range, RangeInclusive};

/// What [`for_each!`](crate::for_each) can run over.
#[diagnostic::on_unimplemented(
    message = "`for_each!` cannot run over `{Self}`",
    label = "not a handle of an iterable, nor a range or vector",
    note = "pass a handle (`List`, `Tuple`, `Dict`, `Any` for the iterator protocol), a range, a `Vec` or a slice; for another Rust iterator, a plain `for` loop with `f.scope` inside"
)]
pub trait Iterable<'f>: Sized {
    /// What the body gets.
    // No `where 'f: 's`: a caller's `for<'s>` closure could not meet the bound.
    type Item<'s>;

    /// Calls `g` for each item, in a scope of its own.
    ///
    /// # Errors
    /// What iterating raises, and what `g` returns.
    fn for_each<B, E: From<Error>>(
        self,
        f: &Frame<'f>,
        g: impl for<'s> FnMut(&Scope<'s, 'f>, Self::Item<'s>) -> Result<ControlFlow<B>, E>,
    ) -> Result<Option<B>, E>;

    /// What `for_each!` expands to.
    ///
    /// # Errors
    /// As [`Iterable::for_each`].
    #[doc(hidden)]
    #[inline(always)]
    fn run<E: LoopError>(
        self,
        f: &Frame<'f>,
        mut g: impl for<'s> FnMut(&Scope<'s, 'f>, Self::Item<'s>) -> Result<NoReturnFromForEach, E>,
    ) -> Result<(), E> {
        self.for_each(f, |f, x| g(f, x).map(|end| end.0)).map(drop)
    }
}

/// How a round of [`for_each!`](crate::for_each) ends. Its body is a closure with this result, so that
/// `return` with another one is an error that says so.
#[doc(hidden)]
pub struct NoReturnFromForEach(ControlFlow<()>);

impl NoReturnFromForEach {
    /// `break`
    pub const BREAK: Self = NoReturnFromForEach(ControlFlow::Break(()));
    /// `continue`, or the end of the body.
    pub const CONTINUE: Self = NoReturnFromForEach(ControlFlow::Continue(()));
}

/// An error that a loop can end with.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a loop over Python objects can fail, and `{Self}` cannot be made from `hstack::Error`",
    label = "the error of the function around `for_each!`",
    note = "implement `From<hstack::Error>` for it, or let the function return `hstack::Result`"
)]
pub trait LoopError: From<Error> {}
impl<E: From<Error>> LoopError for E {}

impl<'f> Iterable<'f> for Handle<'f, List> {
    type Item<'s> = Handle<'s, Any>;

    #[inline]
    fn for_each<B, E: From<Error>>(
        self,
        f: &Frame<'f>,
        mut g: impl for<'s> FnMut(&Scope<'s, 'f>, Handle<'s, Any>) -> Result<ControlFlow<B>, E>,
    ) -> Result<Option<B>, E> {
        let mut i = 0;
        // The end is looked for each time: the body may change the list.
        while let Some(item) = f.api().list_reference(self.live(), i)? {
            if let ControlFlow::Break(b) = f.scope(|s| g(s, s.adopt(item)))? {
                return Ok(Some(b));
            }
            i += 1;
        }
        Ok(None)
    }
}

impl<'f> Iterable<'f> for Handle<'f, Tuple> {
    type Item<'s> = Handle<'s, Any>;

    #[inline]
    fn for_each<B, E: From<Error>>(
        self,
        f: &Frame<'f>,
        mut g: impl for<'s> FnMut(&Scope<'s, 'f>, Handle<'s, Any>) -> Result<ControlFlow<B>, E>,
    ) -> Result<Option<B>, E> {
        for i in 0..self.len(f)? {
            let item = f.api().tuple_reference(self.live(), i)?;
            if let ControlFlow::Break(b) = f.scope(|s| g(s, s.adopt(item)))? {
                return Ok(Some(b));
            }
        }
        Ok(None)
    }
}

/// Keys and values.
impl<'f> Iterable<'f> for Handle<'f, Dict> {
    type Item<'s> = (Handle<'s, Any>, Handle<'s, Any>);

    #[inline]
    fn for_each<B, E: From<Error>>(
        self,
        f: &Frame<'f>,
        mut g: impl for<'s> FnMut(&Scope<'s, 'f>, (Handle<'s, Any>, Handle<'s, Any>)) -> Result<ControlFlow<B>, E>,
    ) -> Result<Option<B>, E> {
        let len = self.len(f)?;
        let mut position = 0;
        while let Some((key, value)) = f.api().dict_entry(self.live(), &mut position)? {
            if let ControlFlow::Break(b) = f.scope(|s| g(s, (s.adopt(key), s.adopt(value))))? {
                return Ok(Some(b));
            }
            if self.len(f)? != len {
                return Err(RuntimeError::new_err("dictionary changed size during iteration").into());
            }
        }
        Ok(None)
    }
}

/// The iterator protocol.
impl<'f> Iterable<'f> for Handle<'f, Any> {
    type Item<'s> = Handle<'s, Any>;

    #[inline]
    fn for_each<B, E: From<Error>>(
        self,
        f: &Frame<'f>,
        g: impl for<'s> FnMut(&Scope<'s, 'f>, Handle<'s, Any>) -> Result<ControlFlow<B>, E>,
    ) -> Result<Option<B>, E> {
        let iterator: Handle<Iter> = self.try_iter(f)?;
        iterator.for_each(f, g)
    }
}

impl<'f> Iterable<'f> for Handle<'f, Iter> {
    type Item<'s> = Handle<'s, Any>;

    #[inline]
    fn for_each<B, E: From<Error>>(
        self,
        f: &Frame<'f>,
        mut g: impl for<'s> FnMut(&Scope<'s, 'f>, Handle<'s, Any>) -> Result<ControlFlow<B>, E>,
    ) -> Result<Option<B>, E> {
        loop {
            let mut found = Found::new(f);
            f.api().iter_next(self.live(), &mut found.slot)?;
            let Some(item) = found.take() else { return Ok(None) };
            if let ControlFlow::Break(b) = f.scope(|s| g(s, s.adopt(item)))? {
                return Ok(Some(b));
            }
        }
    }
}

macro_rules! by_protocol {
    ($($ty:ident)*) => { $(
        /// The iterator protocol.
        impl<'f> Iterable<'f> for Handle<'f, $ty> {
            type Item<'s> = Handle<'s, Any>;

            #[inline]
            fn for_each<B, E: From<Error>>(
                self,
                f: &Frame<'f>,
                g: impl for<'s> FnMut(&Scope<'s, 'f>, Handle<'s, Any>) -> Result<ControlFlow<B>, E>,
            ) -> Result<Option<B>, E> {
                Iterable::for_each(self.as_any(), f, g)
            }
        }
    )* };
}
by_protocol!(Set FrozenSet Sequence Mapping MappingProxy MemoryView Str Bytes ByteArray);
by_protocol!(PyRange);

macro_rules! rust {
    ($([$($generics:tt)*] $ty:ty => $item:ty;)*) => { $(
        impl<'f, $($generics)*> Iterable<'f> for $ty
        where
            $ty: IntoIterator<Item = $item>,
        {
            type Item<'s> = $item;

            #[inline]
            fn for_each<B, E: From<Error>>(
                self,
                f: &Frame<'f>,
                mut g: impl for<'s> FnMut(&Scope<'s, 'f>, $item) -> Result<ControlFlow<B>, E>,
            ) -> Result<Option<B>, E> {
                for item in self {
                    if let ControlFlow::Break(b) = f.scope(|s| g(s, item))? {
                        return Ok(Some(b));
                    }
                }
                Ok(None)
            }
        }
    )* };
}
rust! {
    [T] Range<T> => T;
    [T] RangeInclusive<T> => T;
    [T] Vec<T> => T;
    ['v, T] &'v [T] => &'v T;
    ['v, T] &'v Vec<T> => &'v T;
}

/// An iterator: an object with `__next__`.
pub struct Iter;

// SAFETY: the check asks for exactly what the operations need.
unsafe impl PyType for Iter {
    const NAME: &'static str = "iterator";
    #[inline]
    fn check<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> bool {
        f.api().is_iterator(object.live())
    }
}

// SAFETY: every object is an `Any`.
unsafe impl Derived for Iter {
    type Base = Any;
}

impl<'f> Handle<'f, Any> {
    /// `iter(self)`
    ///
    /// # Errors
    /// `TypeError` when it is not iterable, and what `__iter__` raises.
    #[inline]
    pub fn try_iter(self, f: &Frame<'f>) -> Result<Handle<'f, Iter>> {
        f.keep(f.api().iter(self.live()))
    }
}

impl<'f> Handle<'f, Iter> {
    /// `next(self)`, or `None` at the end.
    ///
    /// # Errors
    /// What `__next__` raises, and what converting the item does.
    #[inline]
    pub fn next<T: FromPy<'f>>(self, f: &Frame<'f>) -> Result<Option<T>> {
        let mut found = Found::new(f);
        f.api().iter_next(self.live(), &mut found.slot)?;
        found.take().map(|item| T::from_temp(f, item)).transpose()
    }

    /// The rest, as a plain Rust iterator: only for types without a handle, because it lends no scope.
    #[inline]
    pub fn items<'a, T: FromPyOwned>(self, f: &'a Frame<'f>) -> Items<'a, 'f, T> {
        Items { iterator: self, f, _type: PhantomData }
    }
}

/// See [`Handle::items`].
// A type with a name, and bounds that every handle meets: a misuse has one message, that of `items`.
pub struct Items<'a, 'f, T> {
    iterator: Handle<'f, Iter>,
    f: &'a Frame<'f>,
    _type: PhantomData<fn() -> T>,
}

impl<'f, T: FromPy<'f>> Iterator for Items<'_, 'f, T> {
    type Item = Result<T>;

    #[inline]
    fn next(&mut self) -> Option<Result<T>> {
        self.iterator.next(self.f).transpose()
    }
}

/// See [`Handle::iter`].
pub struct ListItems<'a, 'f, T> {
    list: Handle<'f, List>,
    next: usize,
    f: &'a Frame<'f>,
    _type: PhantomData<fn() -> T>,
}

impl<'f, T: FromPy<'f>> Iterator for ListItems<'_, 'f, T> {
    type Item = Result<T>;

    #[inline]
    fn next(&mut self) -> Option<Result<T>> {
        let item = self.f.api().list_next(self.list.live(), self.next).transpose()?;
        self.next += 1;
        Some(item)
    }
}

impl<'f> Handle<'f, List> {
    /// The closure form of [`for_each!`](crate::for_each).
    ///
    /// # Errors
    /// What `g` returns.
    #[inline]
    pub fn for_each(
        self,
        f: &Frame<'f>,
        mut g: impl for<'s> FnMut(&Scope<'s, 'f>, Handle<'s, Any>) -> Result,
    ) -> Result {
        Iterable::for_each::<(), Error>(self, f, |f, x| g(f, x).map(ControlFlow::Continue))?;
        Ok(())
    }

    /// A plain iterator, only for types without a handle: it lends no scope.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// fn total<'f>(f: &Frame<'f>, list: Handle<'f, List>) -> Result<i64> {
    ///     list.iter::<i64>(f).sum()
    /// }
    /// ```
    #[inline]
    pub fn iter<'a, T: FromPyOwned>(self, f: &'a Frame<'f>) -> ListItems<'a, 'f, T> {
        ListItems { list: self, next: 0, f, _type: PhantomData }
    }
}

impl<'f> Handle<'f, Dict> {
    /// The closure form of [`for_each!`](crate::for_each).
    ///
    /// # Errors
    /// What `g` returns; `RuntimeError` when the dict changes size meanwhile.
    #[inline]
    pub fn for_each(
        self,
        f: &Frame<'f>,
        mut g: impl for<'s> FnMut(&Scope<'s, 'f>, Handle<'s, Any>, Handle<'s, Any>) -> Result,
    ) -> Result {
        Iterable::for_each::<(), Error>(self, f, |f, (k, v)| g(f, k, v).map(ControlFlow::Continue))?;
        Ok(())
    }
}

impl<'f> Frame<'f> {
    /// A list of what a Rust iterator yields.
    ///
    /// # Errors
    /// What converting an item raises.
    #[inline]
    pub fn list_from<T: ToPy<'f>>(&self, items: impl IntoIterator<Item = T>) -> Result<Handle<'f, List>> {
        self.keep(T::list_to_temp(items.into_iter(), self))
    }
}
