//! Panics become exceptions where a native function ends.

use crate::error::{Error, Result};
use crate::exceptions::{BaseException, ExceptionType};
use crate::ffi::Live;
use crate::ffi::state::Index;
use crate::frame::Frame;
use crate::handle::{Derived, Handle, PyType};
use crate::types::Any;
use std::any::Any as Payload;

/// `hstack.PanicException`: what a panic in Rust becomes in Python.
///
/// It derives from `BaseException`, so that `except Exception` does not hide a bug.
pub struct PanicException;

static CLASS: Index = Index::new();

// SAFETY: an instance of the class is what the name says.
unsafe impl PyType for PanicException {
    const NAME: &'static str = "PanicException";
    #[inline]
    fn check<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> bool {
        Self::class(f).is_ok_and(|class| f.api().has_type(object.live(), class))
    }
}

// SAFETY: made so below.
unsafe impl Derived for PanicException {
    type Base = BaseException;
}

// SAFETY: `check` uses it.
unsafe impl ExceptionType for PanicException {
    #[inline]
    fn class<'a>(f: &'a Frame<'_>) -> Result<Live<'a>> {
        f.cached(&CLASS, |f| {
            f.api().exception(
                c"hstack.PanicException",
                Some(c"A panic in native code, which is a bug in it."),
                Some(BaseException::class(f)?),
            )
        })
    }
}

/// The exception that a caught panic becomes.
#[cold]
pub(crate) fn error(panic: Box<dyn Payload + Send>) -> Error {
    let message = match panic.downcast::<String>() {
        Ok(text) => *text,
        Err(panic) => match panic.downcast::<&'static str>() {
            Ok(text) => (*text).to_owned(),
            Err(_) => "a panic without a message".to_owned(),
        },
    };
    Error::new::<PanicException>(message)
}
