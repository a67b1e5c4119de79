//! Python functions from Rust closures.

use crate::convert::{FromPy, ToPy};
use crate::error::{Error, Result};
use crate::exceptions::TypeError;
use crate::ffi::entry::{Outcome, Returned};
use crate::ffi::{Arguments, Body};
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::Any;
use std::ffi::CString;
use std::marker::PhantomData;

/// A closure whose result is the same type in every frame.
struct Value<G, R, E>(G, PhantomData<fn() -> (R, E)>);

impl<G, R, E> Body for Value<G, R, E>
where
    G: for<'x> Fn(&mut Frame<'x>, Arguments<'x>) -> Result<R, E> + Send + Sync + 'static,
    R: for<'x> ToPy<'x> + 'static,
    E: Into<Error> + 'static,
{
    #[inline]
    fn call<'x>(&self, f: &mut Frame<'x>, arguments: Arguments<'x>) -> Result<Returned> {
        let result = (self.0)(f, arguments);
        result.returned(f)
    }
}

/// A closure that returns a handle.
struct Object<G>(G);

impl<G> Body for Object<G>
where
    G: for<'x> Fn(&mut Frame<'x>, Arguments<'x>) -> Result<Handle<'x, Any>> + Send + Sync + 'static,
{
    #[inline]
    fn call<'x>(&self, f: &mut Frame<'x>, arguments: Arguments<'x>) -> Result<Returned> {
        let result = (self.0)(f, arguments);
        result.returned(f)
    }
}

impl<'f> Frame<'f> {
    /// A Python function that calls a Rust closure, which it owns. The closure gets the arguments of the
    /// call as they are; an empty `doc` is none.
    ///
    /// # Errors
    /// `ValueError` when a text has a NUL; `MemoryError`.
    ///
    /// ```
    /// use hstack::prelude::*;
    ///
    /// fn adder<'f>(f: &Frame<'f>, n: i64) -> Result<Handle<'f, Any>> {
    ///     f.closure("add", "Adds a number.", move |f, args| Ok::<_, hstack::Error>(args.get::<i64>(f, 0)? + n))
    /// }
    /// ```
    #[inline]
    pub fn closure<R, E>(
        &self,
        name: &str,
        doc: &str,
        function: impl for<'x> Fn(&mut Frame<'x>, Arguments<'x>) -> Result<R, E> + Send + Sync + 'static,
    ) -> Result<Handle<'f, Any>>
    where
        R: for<'x> ToPy<'x> + 'static,
        E: Into<Error> + 'static,
    {
        self.closure_of(name, doc, Value(function, PhantomData))
    }

    /// [`Frame::closure`] for closures that return a handle.
    ///
    /// # Errors
    /// As [`Frame::closure`].
    ///
    /// ```
    /// use hstack::prelude::*;
    ///
    /// fn first<'f>(f: &Frame<'f>) -> Result<Handle<'f, Any>> {
    ///     f.closure_with_handle("first", "", |f, args| args.get(f, 0))
    /// }
    /// ```
    #[inline]
    pub fn closure_with_handle(
        &self,
        name: &str,
        doc: &str,
        function: impl for<'x> Fn(&mut Frame<'x>, Arguments<'x>) -> Result<Handle<'x, Any>>
        + Send
        + Sync
        + 'static,
    ) -> Result<Handle<'f, Any>> {
        self.closure_of(name, doc, Object(function))
    }

    #[inline]
    fn closure_of<B: Body>(&self, name: &str, doc: &str, body: B) -> Result<Handle<'f, Any>> {
        let name = CString::new(name)?;
        let doc = if doc.is_empty() { None } else { Some(CString::new(doc)?) };
        self.keep(self.api().closure(&name, doc.as_deref(), body))
    }
}

impl<'f> Arguments<'f> {
    /// How many positional arguments there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.positional().len()
    }

    /// Whether there are no positional arguments.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A positional argument.
    ///
    /// # Errors
    /// `TypeError` when there are not so many, and what converting it raises.
    #[inline]
    pub fn get<T: FromPy<'f>>(&self, f: &Frame<'f>, index: usize) -> Result<T> {
        match self.positional().get(index) {
            Some(value) => value.extract(f),
            None => Err(TypeError::new_err(format!("missing positional argument {}", index + 1))),
        }
    }

    /// The argument of a keyword, or `None`: absence is not an error.
    ///
    /// # Errors
    /// What converting it raises.
    #[inline]
    pub fn find<T: FromPy<'f>>(&self, f: &Frame<'f>, keyword: &str) -> Result<Option<T>> {
        let Some(names) = self.names() else { return Ok(None) };
        for (i, value) in self.keyword_values(f).iter().enumerate() {
            let name = f.api().tuple_get(names.live(), i as isize)?;
            if f.api().str_equals(name.live(), keyword) {
                return value.extract(f).map(Some);
            }
        }
        Ok(None)
    }
}
