//! Bases: what a class extends, and what its constructor hands up to it.

use super::{Class, Given, Part};
use crate::call::{Args, lives};
use crate::error::Result;
use crate::exceptions::ExceptionType;
use crate::ffi::Live;
use crate::frame::Frame;
use crate::handle::{Derived, Handle, PyType};
use crate::types::*;
use hstack_sys::Constant;
use std::marker::PhantomData;

/// A type that a class can extend: `#[class(extends = Base)]`.
///
/// # Safety
/// `class` is the class that [`PyType::check`] checks. `Part::write` writes the payloads of all classes
/// of this crate that an instance of it has.
#[diagnostic::on_unimplemented(
    message = "a class cannot extend `{Self}`",
    label = "not a base",
    note = "a base is a class with `#[hstack::class(subclass)]`, a built-in type that Python code could derive from, an exception type, or what `import_class!` makes"
)]
pub unsafe trait Base: PyType {
    /// What an instance of a derived class is made from, besides what that class adds.
    type Part<'f>: Part<'f>;
    /// Whether a derived class has to keep an `__init__` of this one away from its own arguments.
    #[doc(hidden)]
    const INITIALIZES: bool;
    /// The class.
    #[doc(hidden)]
    fn class<'a>(f: &'a Frame<'_>) -> Result<Live<'a>>;
}

/// The arguments that the constructor of a class passes to the base `B`, when that is a Python class or a
/// built-in type: to its `__new__`, and then to its `__init__`. By default there are none.
///
/// ```
/// use hstack::BaseArgs;
/// use hstack::prelude::*;
///
/// /// A number with a unit.
/// #[hstack::class(extends = Float)]
/// struct Quantity {
///     #[hstack(get)]
///     unit: String,
/// }
///
/// #[hstack::methods]
/// impl Quantity {
///     #[new]
///     fn new(f: &Frame, value: f64, unit: String) -> Result<QuantityInit> {
///         Ok(QuantityInit { base: BaseArgs::new(f, (value,))?, unit })
///     }
/// }
/// ```
pub struct BaseArgs<'f, B> {
    pub(crate) given: Given<'f>,
    _base: PhantomData<fn() -> B>,
}

impl<B> Default for BaseArgs<'_, B> {
    #[inline]
    fn default() -> Self {
        BaseArgs { given: Given::default(), _base: PhantomData }
    }
}

impl<'f, B> BaseArgs<'f, B> {
    /// Positional arguments.
    ///
    /// # Errors
    /// What making the values raises.
    #[inline]
    pub fn new(f: &Frame<'f>, args: impl Args<'f>) -> Result<Self> {
        let tuple = args.with(f, None, |args| f.api().tuple_of(&lives(args)))?;
        Ok(Self::from(f.push::<Tuple>(tuple)))
    }

    /// Keyword arguments too.
    #[inline]
    pub fn with_keywords(mut self, keywords: Handle<'f, Dict>) -> Self {
        self.given.keywords = Some(keywords);
        self
    }
}

/// A tuple of positional arguments, as `*args` has it.
impl<'f, B> From<Handle<'f, Tuple>> for BaseArgs<'f, B> {
    #[inline]
    fn from(positional: Handle<'f, Tuple>) -> Self {
        BaseArgs { given: Given { positional: Some(positional), keywords: None }, _base: PhantomData }
    }
}

/// A base that is not ours, so that a class that adds nothing but plain values to it is its own instance.
///
/// # Safety
/// As [`Base`], and no class of this crate is above it.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "an instance of a class that extends `{Self}` has a part of `{Self}` too",
    label = "the part of `{Self}` is missing",
    note = "make the `Init` struct, which `#[class]` writes beside the struct: `SelfInit {{ base: .., .. }}`"
)]
pub unsafe trait Outer: Base {}

macro_rules! outer {
    ($($name:ident: $initializes:literal;)*) => { $(
        // SAFETY: the constant is the class that the check asks for.
        unsafe impl Base for $name {
            type Part<'f> = BaseArgs<'f, $name>;
            const INITIALIZES: bool = $initializes;
            #[inline]
            fn class<'a>(f: &'a Frame<'_>) -> Result<Live<'a>> {
                f.constant(outer!(@constant $name), stringify!($name))
            }
        }
        // SAFETY: a built-in type.
        unsafe impl Outer for $name {}
    )* };
    (@constant Any) => { Constant::Object };
    (@constant $name:ident) => { Constant::$name };
}
outer! {
    Any: false;
    Int: true;
    Float: true;
    Complex: true;
    Str: true;
    Bytes: true;
    ByteArray: true;
    List: true;
    Tuple: true;
    Dict: true;
    Set: true;
    FrozenSet: true;
}

// SAFETY: an instance of a class is one of its base.
#[diagnostic::do_not_recommend]
unsafe impl<C: Class> ExceptionType for C
where
    <C as Derived>::Base: ExceptionType,
{
    #[inline]
    fn class<'a>(f: &'a Frame<'_>) -> Result<Live<'a>> {
        super::class::<C>(f)
    }
}

impl<'f> Frame<'f> {
    /// `super(C, this)`: the object, with the methods that the class's base has.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// #[hstack::class(extends = List)]
    /// struct Log;
    ///
    /// #[hstack::methods]
    /// impl Log {
    ///     fn append(this: Handle<Self>, f: &Frame, line: &str) -> Result {
    ///         f.super_(this)?.call_method(f, "append", (line.trim(),))
    ///     }
    /// }
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn super_<C: Class>(&self, this: Handle<'f, C>) -> Result<Handle<'f, Super>> {
        let class: Handle<Type> = self.known_constant(Constant::Super);
        let own: Handle<Any> = self.push(crate::convert::Temp::of(self, super::class::<C>(self)?));
        class.call(self, (own, this.as_any()))
    }
}

impl<'f, C: Class> Handle<'f, C> {
    /// The same object as one of the base: for the payload and the fields of that.
    #[inline(always)]
    pub fn as_base(self) -> Handle<'f, <C as Derived>::Base> {
        *self
    }
}
