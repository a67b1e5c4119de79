//! What the macros of this crate expand to. Not for people.

pub use crate::class::Outer;
pub use crate::ffi::Live;

use crate::error::{Error, Result};
use crate::exceptions::{BaseException, ExceptionType, TypeError};
use crate::ffi::state::Index;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, Module, Type};
use hstack_sys::kind;
use std::ffi::CStr;

/// The class that [`exception!`](crate::exception) defines, made once per interpreter.
pub struct NewClass {
    name: &'static CStr,
    doc: Option<&'static CStr>,
    index: Index,
}

impl NewClass {
    /// `name` is dotted.
    #[inline]
    pub const fn new(name: &'static CStr, doc: Option<&'static CStr>) -> Self {
        NewClass { name, doc, index: Index::new() }
    }

    /// The class, derived from `B`.
    #[inline]
    pub fn get<'a, B: ExceptionType>(&self, f: &'a Frame<'_>) -> Result<Live<'a>> {
        f.cached(&self.index, |f| f.api().exception(self.name, self.doc, Some(B::class(f)?)))
    }
}

/// The class that [`import_exception!`](crate::import_exception) names, imported once per interpreter.
pub struct ImportedClass {
    module: &'static str,
    name: &'static str,
    index: Index,
}

impl ImportedClass {
    /// `module` may be dotted.
    #[inline]
    pub const fn new(module: &'static str, name: &'static str) -> Self {
        ImportedClass { module, name, index: Index::new() }
    }

    /// The class, which is checked to be one of exceptions.
    #[inline]
    pub fn get<'a>(&self, f: &'a Frame<'_>) -> Result<Live<'a>> {
        self.find(f, |f, class| {
            if f.api().is_subclass(class, <BaseException as ExceptionType>::class(f)?)? {
                return Ok(());
            }
            Err(not_an_exception(self.module, self.name))
        })
    }

    /// The class, whatever it is one of.
    #[inline]
    pub fn any<'a>(&self, f: &'a Frame<'_>) -> Result<Live<'a>> {
        self.find(f, |_, _| Ok(()))
    }

    fn find<'a>(
        &self,
        f: &'a Frame<'_>,
        check: impl FnOnce(&Frame<'_>, Live<'_>) -> Result,
    ) -> Result<Live<'a>> {
        f.cached(&self.index, |f| {
            let module = f.api().import(f.api().interned(self.module)?.live())?;
            let class = f.api().get_attr(module.live(), f.api().interned(self.name)?.live())?;
            if f.api().kinds_of(class.live()) & kind::TYPE == 0 {
                return Err(not_a_class(self.module, self.name));
            }
            check(f, class.live())?;
            Ok(class)
        })
    }
}

#[cold]
fn not_a_class(module: &str, name: &str) -> Error {
    TypeError::new_err(format!("{module}.{name} is not a class"))
}

/// The check of a class that `import_class!` names.
#[inline]
pub fn has_base<'f, B: crate::Base>(f: &Frame<'f>, object: Handle<'f, Any>) -> bool {
    B::class(f).is_ok_and(|class| f.api().has_type(object.live(), class))
}

#[cold]
fn not_an_exception(module: &str, name: &str) -> Error {
    TypeError::new_err(format!("{module}.{name} is not an exception class"))
}

/// A text that ends with NUL, as a C string.
pub const fn c_str(text: &'static str) -> &'static CStr {
    match CStr::from_bytes_with_nul(text.as_bytes()) {
        Ok(text) => text,
        Err(_) => panic!("a name or docstring cannot hold a NUL: remove `\\0`"),
    }
}

/// The check of an exception type.
#[inline]
pub fn is_exception<'f, E: ExceptionType>(f: &Frame<'f>, object: Handle<'f, Any>) -> bool {
    E::class(f).is_ok_and(|class| f.api().has_type(object.live(), class))
}

/// A handle to the class of an exception type.
pub fn class_of<'f, E: ExceptionType>(f: &Frame<'f>) -> Result<Handle<'f, Type>> {
    let class = E::class(f)?;
    Ok(f.push(crate::convert::Temp::of(f, class)))
}

/// Puts the class of an exception type into a module.
pub fn add_exception<'f, E: ExceptionType>(f: &Frame<'f>, module: Handle<'f, Module>, name: &str) -> Result {
    let name = f.api().interned(name)?;
    f.api().set_attr(module.live(), name.live(), E::class(f)?)?;
    Ok(())
}
