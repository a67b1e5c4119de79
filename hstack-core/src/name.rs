//! Names of attributes and methods, interned once per interpreter.

use crate::error::Result;
use crate::ffi::Live;
use crate::ffi::state::Index;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::Str;

/// What can name an attribute: text, a str, or an [`Interned`] name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot name an attribute",
    label = "not a name",
    note = "pass `&str`, `Handle<Str>`, `name!(\"..\")` or `&'static Interned`"
)]
pub trait Name<'f>: Sized {
    /// Lends the str to `g`.
    #[doc(hidden)]
    fn named<R>(self, f: &Frame<'f>, g: impl FnOnce(Live<'_>) -> Result<R>) -> Result<R>;
}

impl<'f> Name<'f> for &str {
    #[inline]
    fn named<R>(self, f: &Frame<'f>, g: impl FnOnce(Live<'_>) -> Result<R>) -> Result<R> {
        let name = f.api().interned(self)?;
        g(name.live())
    }
}

impl<'f> Name<'f> for &String {
    #[inline]
    fn named<R>(self, f: &Frame<'f>, g: impl FnOnce(Live<'_>) -> Result<R>) -> Result<R> {
        self.as_str().named(f, g)
    }
}

impl<'f> Name<'f> for Handle<'f, Str> {
    #[inline(always)]
    fn named<R>(self, _: &Frame<'f>, g: impl FnOnce(Live<'_>) -> Result<R>) -> Result<R> {
        g(self.live())
    }
}

impl<'f> Name<'f> for &'static Interned {
    #[inline(always)]
    fn named<R>(self, f: &Frame<'f>, g: impl FnOnce(Live<'_>) -> Result<R>) -> Result<R> {
        g(self.live(f)?)
    }
}

/// A name that is looked up once per interpreter, for a static. [`crate::name!`] makes one in place.
///
/// ```
/// use hstack::prelude::*;
///
/// static APPEND: Interned = Interned::new("append");
///
/// fn add<'f>(f: &Frame<'f>, list: Handle<'f, Any>, item: Handle<'f, Any>) -> Result {
///     list.call_method(f, &APPEND, (item,))
/// }
/// ```
pub struct Interned {
    text: &'static str,
    index: Index,
}

impl Interned {
    /// A name.
    #[inline]
    pub const fn new(text: &'static str) -> Self {
        Interned { text, index: Index::new() }
    }

    /// The text.
    #[inline]
    pub(crate) const fn text(&self) -> &'static str {
        self.text
    }

    /// The interned str of this interpreter. Equal texts share a place in the table of an interpreter.
    #[inline(always)]
    pub(crate) fn live<'a>(&'static self, f: &'a Frame<'_>) -> Result<Live<'a>> {
        f.cached_at(self.index.get_shared(self.text), |f| f.api().interned(self.text))
    }
}

/// An [`Interned`] name in place: `object.get_attr(f, name!("shape"))`.
#[macro_export]
macro_rules! name {
    ($text:literal) => {{
        static NAME: $crate::Interned = $crate::Interned::new($text);
        &NAME
    }};
    ($other:expr) => {
        ::core::compile_error!(
            "`name!` keeps a literal for the whole process: write `name!(\"text\")`, or pass text without it"
        )
    };
}
