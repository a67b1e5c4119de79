//! Handles: typed, one word, alive as long as their frame.

mod global;

pub use global::Global;

use crate::error::Result;
use crate::ffi::Live;
use crate::frame::Frame;
use crate::types::Any;
use hstack_sys::Ref;
use std::marker::PhantomData;
use std::ops::Deref;

type Covariant<'f, T> = PhantomData<(&'f (), fn() -> T, *mut ())>;

/// A reference to a Python object of type `T`, valid as long as frame `'f`.
///
/// One word, `Copy`, never closed by hand. Every operation wants a frame too: a handle alone is inert,
/// wherever it is kept. It derefs to a handle of its base type, up to [`Any`], so the methods of every
/// base are there, and `*handle` is the upcast.
///
/// ```
/// use hstack::prelude::*;
///
/// fn first<'f>(f: &Frame<'f>, list: Handle<'f, List>) -> Result<Handle<'f, Any>> {
///     if list.len(f)? == 0 { Ok(list.as_any()) } else { list.get(f, 0) }
/// }
/// ```
#[repr(transparent)]
pub struct Handle<'f, T>(Ref, Covariant<'f, T>);

impl<T> Copy for Handle<'_, T> {}
impl<T> Clone for Handle<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> std::fmt::Debug for Handle<'_, T> {
    /// The type alone: showing the object would take a frame.
    #[inline]
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Handle<{}>", std::any::type_name::<T>())
    }
}

impl<'f, T> Handle<'f, T> {
    /// # Safety
    /// The object is of type `T` and alive for `'f`.
    #[inline(always)]
    pub(crate) unsafe fn from_raw(r: Ref) -> Self {
        Handle(r, PhantomData)
    }

    #[inline(always)]
    pub(crate) fn raw(self) -> Ref {
        self.0
    }

    #[inline(always)]
    pub(crate) fn live(self) -> Live<'f> {
        // SAFETY: the frame keeps it alive for `'f`.
        unsafe { Live::new(self.0) }
    }

    /// The same of several.
    #[inline(always)]
    pub(crate) fn live_all(handles: &[Self]) -> &[Live<'f>] {
        // SAFETY: both types are one `Ref`, and the frame keeps the objects alive for `'f`.
        unsafe { std::slice::from_raw_parts(handles.as_ptr().cast(), handles.len()) }
    }

    /// The same handle, as one of any object.
    #[inline(always)]
    pub fn as_any(self) -> Handle<'f, Any> {
        Handle(self.0, PhantomData)
    }

    /// Looks at the object as a `U`, without a check.
    ///
    /// # Safety
    /// The object is of type `U`.
    #[inline(always)]
    pub unsafe fn cast_unchecked<U>(self) -> Handle<'f, U> {
        Handle(self.0, PhantomData)
    }

    /// The object as a `U`, when [`PyType::check`] says so: `PyType` is unsafe to implement for this.
    #[inline(always)]
    pub(crate) fn checked<U: PyType>(self, f: &Frame<'f>) -> Option<Handle<'f, U>> {
        U::check(f, self.as_any()).then_some(Handle(self.0, PhantomData))
    }
}

/// A Python type that handles can have.
///
/// # Safety
/// An object that passes [`PyType::check`] must be of this type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Python type that a handle can have",
    label = "not a Python type",
    note = "a handle's type is `Any`, a built-in type such as `List`, an exception type, or a struct with `#[hstack::class]`"
)]
pub unsafe trait PyType: 'static {
    /// The type's name as error messages show it.
    const NAME: &'static str;

    /// Whether the object is an instance, of a derived type too.
    fn check<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> bool;
}

/// A type whose handles are also handles of `Base`.
///
/// # Safety
/// Every object of this type must be an object of `Base`.
pub unsafe trait Derived: PyType {
    /// The type that it is derived from.
    type Base: PyType;
}

/// Upcasts cost nothing: `*list` is a `Handle<Any>`.
impl<'f, T: Derived> Deref for Handle<'f, T> {
    type Target = Handle<'f, T::Base>;
    #[inline(always)]
    fn deref(&self) -> &Self::Target {
        // SAFETY: same layout (transparent over `Ref`), and `Derived` promises the type.
        unsafe { &*(self as *const Self).cast() }
    }
}

impl<'f> Handle<'f, Any> {
    /// The object as a `T`, also when it is of a derived type.
    ///
    /// # Errors
    /// `TypeError` when it is not a `T`: "expected list, got str".
    #[inline]
    pub fn cast<T: PyType>(self, f: &Frame<'f>) -> Result<Handle<'f, T>> {
        match self.checked(f) {
            Some(h) => Ok(h),
            None => Err(crate::error::mismatch(f, T::NAME, self)),
        }
    }

    /// The object as a `T`, or `None`.
    #[inline]
    pub fn try_cast<T: PyType>(self, f: &Frame<'f>) -> Option<Handle<'f, T>> {
        self.checked(f)
    }
}

impl<'f, T> Handle<'f, T> {
    /// One owned reference for the caller: the frame's own when it is the last one, else one more.
    #[inline(always)]
    pub(crate) fn leave<'a>(self, f: &'a Frame<'f>) -> crate::convert::Temp<'a, 'f> {
        if f.steal_last(self.0) {
            // SAFETY: the frame owned this reference and has given it up.
            unsafe { crate::convert::Temp::new(f, self.0) }
        } else {
            crate::convert::Temp::of(f, self.live())
        }
    }
}

impl<'f> Frame<'f> {
    #[inline(always)]
    pub(crate) fn constant_live(&self, constant: hstack_sys::Constant) -> Option<Live<'_>> {
        // SAFETY: the context keeps its constants alive, and outlives the frame.
        self.ctx().constant(constant).map(|r| unsafe { Live::new(r) })
    }

    /// A constant that every Python has, as a handle of its type.
    #[inline(always)]
    pub(crate) fn known_constant<T>(&self, constant: hstack_sys::Constant) -> Handle<'f, T> {
        // SAFETY: a provider fills the singletons and types that hstack names before it hands a context
        // out, keeps them alive as long as it, and the caller names the right type.
        unsafe { Handle::from_raw(self.ctx().constant(constant).unwrap_unchecked()) }
    }
}
