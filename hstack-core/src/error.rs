//! Errors: Python exceptions as Rust values.

use crate::convert::{Temp, ToPy};
use crate::exceptions::{BaseException, ExceptionType, SystemError, TypeError};
use crate::ffi::{Found, Live};
use crate::frame::Frame;
use crate::handle::{Global, Handle};
use crate::types::{Any, Type};
use std::borrow::Cow;
use std::fmt;

/// The result of almost everything here; the error is a Python exception.
pub type Result<T = (), E = Error> = std::result::Result<T, E>;

/// A Python exception, raised or to be raised.
///
/// One word, `'static`, `Send` and `Sync`: it leaves scopes, threads and `Box<dyn std::error::Error>`.
/// It has been taken out of the interpreter, so that nothing is pending while Rust code runs, and an
/// exception made in Rust becomes an object only when someone looks at it.
///
/// ```
/// use hstack::prelude::*;
///
/// fn half(n: i64) -> Result<i64> {
///     if n % 2 != 0 {
///         return Err(ValueError::new_err(format!("{n} is odd")));
///     }
///     Ok(n / 2)
/// }
/// ```
pub struct Error(Box<Inner>);

enum Inner {
    /// Made in Rust, not built yet.
    Lazy { class: Class, value: Value },
    /// An exception object.
    Raised(Global<BaseException>),
}

/// Finds the class of an exception type.
type Class = for<'a, 'f> fn(&'a Frame<'f>) -> Result<Live<'a>>;

enum Value {
    Text(Cow<'static, str>),
    Built(Box<dyn Build>),
}

/// The arguments of an exception that is not built yet.
trait Build: Send + Sync {
    fn build<'a, 'f>(&mut self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>>;
}

impl<T: for<'x> ToPy<'x> + Send + Sync> Build for Option<T> {
    #[inline]
    fn build<'a, 'f>(&mut self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        match self.take() {
            Some(value) => value.to_temp(f),
            None => ().to_temp(f),
        }
    }
}

impl Error {
    /// An exception of type `E` with a message. [`E::new_err`](crate::exceptions::ValueError::new_err)
    /// is the short form.
    #[cold]
    pub fn new<E: ExceptionType>(message: impl Into<Cow<'static, str>>) -> Self {
        Error::lazy(E::class, message.into())
    }

    #[cold]
    #[inline(never)]
    fn lazy(class: Class, text: Cow<'static, str>) -> Self {
        Error(Box::new(Inner::Lazy { class, value: Value::Text(text) }))
    }

    /// An exception of type `E` with arguments: a tuple becomes several, anything else is the one.
    #[cold]
    pub fn with_args<E: ExceptionType>(args: impl for<'x> ToPy<'x> + Send + Sync + 'static) -> Self {
        Error(Box::new(Inner::Lazy { class: E::class, value: Value::Built(Box::new(Some(args))) }))
    }

    /// An exception object.
    #[inline]
    pub fn from_value<'f>(f: &Frame<'f>, value: Handle<'f, BaseException>) -> Self {
        Error(Box::new(Inner::Raised(Global::new(f, value))))
    }

    /// What a failed call left pending.
    #[cold]
    #[inline(never)]
    pub(crate) fn take(f: &Frame<'_>) -> Self {
        match Self::take_pending(f) {
            Some(error) => error,
            None => Error::new::<SystemError>("a call failed without setting an exception"),
        }
    }

    #[inline]
    pub(crate) fn take_pending(f: &Frame<'_>) -> Option<Self> {
        let mut found = Found::new(f);
        f.api().error_take(&mut found.slot);
        found.take().map(|e| Error(Box::new(Inner::Raised(Global::own(f, e)))))
    }

    /// Makes it pending, where a native function ends.
    #[cold]
    #[inline(never)]
    pub(crate) fn restore(self, f: &Frame<'_>) {
        match *self.0 {
            Inner::Raised(exception) => f.api().error_restore(exception.live(f)),
            Inner::Lazy { class, value } => {
                if let Err(error) = set(f, class, value) {
                    error.restore(f);
                }
            }
        }
    }

    /// The exception object, built when there is none yet.
    #[inline]
    pub fn value<'f>(&mut self, f: &Frame<'f>) -> Handle<'f, BaseException> {
        if let Inner::Lazy { class, value } = &mut *self.0 {
            let value = std::mem::replace(value, Value::Text("".into()));
            if let Err(error) = set(f, *class, value) {
                error.restore(f);
            }
            *self = Error::take(f);
        }
        match &*self.0 {
            Inner::Raised(exception) => exception.get(f),
            // `take` found nothing pending: the `SystemError` that says so.
            Inner::Lazy { .. } => self.value(f),
        }
    }

    /// Whether `except E` would catch it.
    #[inline]
    pub fn is_instance<E: ExceptionType>(&self, f: &Frame<'_>) -> bool {
        let Ok(wanted) = E::class(f) else { return false };
        self.matches_class(f, wanted)
    }

    /// Whether `except class` would catch it; `class` may be a tuple of classes.
    #[inline]
    pub fn matches<'f>(&self, f: &Frame<'f>, class: Handle<'f, Any>) -> bool {
        self.matches_class(f, class.live())
    }

    #[inline]
    fn matches_class(&self, f: &Frame<'_>, wanted: Live<'_>) -> bool {
        match &*self.0 {
            Inner::Raised(exception) => f.api().error_matches(exception.live(f), wanted),
            Inner::Lazy { class, .. } => class(f).is_ok_and(|class| f.api().error_matches(class, wanted)),
        }
    }

    /// The exception's class.
    #[inline]
    pub fn get_type<'f>(&mut self, f: &Frame<'f>) -> Handle<'f, Type> {
        self.value(f).get_type(f)
    }

    /// `__traceback__`
    #[inline]
    pub fn traceback<'f>(&mut self, f: &Frame<'f>) -> Option<Handle<'f, Any>> {
        self.value(f).get_attr(f, "__traceback__").ok().flatten()
    }

    /// `__cause__`: what `raise .. from ..` names.
    #[inline]
    pub fn cause(&mut self, f: &Frame<'_>) -> Option<Error> {
        self.related(f, "__cause__")
    }

    /// `__context__`: what was being handled when it was raised.
    #[inline]
    pub fn context(&mut self, f: &Frame<'_>) -> Option<Error> {
        self.related(f, "__context__")
    }

    #[inline]
    fn related(&mut self, f: &Frame<'_>, name: &str) -> Option<Error> {
        f.scope(|f| {
            let value: Option<Handle<BaseException>> = self.value(f).get_attr(f, name).ok()?;
            Some(Error::from_value(f, value?))
        })
    }

    /// Sets `__cause__`, as `raise self from cause` does.
    ///
    /// # Errors
    /// Whatever setting the attribute raises.
    #[inline]
    pub fn set_cause(&mut self, f: &Frame<'_>, cause: Option<Error>) -> Result {
        self.relate(f, "__cause__", cause)
    }

    /// Sets `__context__`.
    ///
    /// # Errors
    /// Whatever setting the attribute raises.
    #[inline]
    pub fn set_context(&mut self, f: &Frame<'_>, context: Option<Error>) -> Result {
        self.relate(f, "__context__", context)
    }

    #[inline]
    fn relate(&mut self, f: &Frame<'_>, name: &str, other: Option<Error>) -> Result {
        f.scope(|f| {
            let other = other.map(|mut e| e.value(f));
            self.value(f).set_attr(f, name, other)
        })
    }

    /// Sets `__traceback__`.
    ///
    /// # Errors
    /// `TypeError` when it is not a traceback.
    #[inline]
    pub fn set_traceback<'f>(&mut self, f: &Frame<'f>, traceback: Option<Handle<'f, Any>>) -> Result {
        self.value(f).set_attr(f, "__traceback__", traceback)
    }

    /// Adds a note (Python 3.11 and newer print it below the message).
    ///
    /// # Errors
    /// `AttributeError` where exceptions have no `add_note`.
    #[inline]
    pub fn add_note(&mut self, f: &Frame<'_>, note: &str) -> Result {
        f.scope(|f| self.value(f).call_method(f, "add_note", (note,)))
    }

    /// Prints it with its traceback to `sys.stderr`.
    #[inline]
    pub fn print(&mut self, f: &Frame<'_>) {
        f.scope(|f| f.api().error_print(self.value(f).live()));
    }

    /// Hands it to `sys.unraisablehook`: for errors where nobody can catch them.
    #[inline]
    pub fn write_unraisable<'f>(mut self, f: &Frame<'f>, object: Option<Handle<'f, Any>>) {
        f.scope(|f| f.api().error_unraisable(self.value(f).live(), object.map(|o| o.live())));
    }

    /// The same exception once more.
    #[inline]
    pub fn clone_ref(&mut self, f: &Frame<'_>) -> Error {
        f.scope(|f| Error::from_value(f, self.value(f)))
    }
}

fn set(f: &Frame<'_>, class: Class, value: Value) -> Result {
    let class = class(f)?;
    let value = match value {
        Value::Text(text) => text.to_temp(f)?,
        Value::Built(mut build) => build.build(f)?,
    };
    f.api().error_set(class, Some(value.live()));
    Ok(())
}

/// "expected list, got str"
#[cold]
#[inline(never)]
pub(crate) fn mismatch<'f>(f: &Frame<'f>, expected: &str, object: Handle<'f, Any>) -> Error {
    let message = || {
        let name = f.api().type_full_name(f.api().type_of(object.live()).live())?;
        Ok(format!("expected {expected}, got {}", f.api().utf8(name.live())?))
    };
    message().map_or_else(|error| error, Error::new::<TypeError>)
}

/// "ValueError: message"
#[inline]
fn describe(f: &mut Frame<'_>, exception: Live<'_>) -> Result<String> {
    let class = f.api().type_of(exception);
    let name = f.api().type_name(class.live())?;
    let text = f.api().str(exception)?;
    let (name, text) = (f.api().utf8(name.live())?, f.api().utf8(text.live())?);
    Ok(if text.is_empty() { name.to_owned() } else { format!("{name}: {text}") })
}

impl fmt::Display for Error {
    /// `ValueError: message`, as the last line of a traceback.
    ///
    /// Text of an exception object is there only on a thread that is attached to its interpreter.
    #[inline]
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Inner::Lazy { value: Value::Text(text), .. } => out.write_str(text),
            Inner::Lazy { value: Value::Built(_), .. } => out.write_str("a Python exception"),
            Inner::Raised(exception) => {
                let text = exception.with_attached(describe).and_then(Result::ok);
                out.write_str(text.as_deref().unwrap_or("a Python exception"))
            }
        }
    }
}

impl fmt::Debug for Error {
    #[inline]
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Error({self})")
    }
}

impl std::error::Error for Error {}

impl<'f> ToPy<'f> for Error {
    #[inline]
    fn to_temp<'a>(mut self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        f.scope(|s| {
            self.value(s);
        });
        match &*self.0 {
            Inner::Raised(exception) => Ok(Temp::of(f, exception.live(f))),
            Inner::Lazy { .. } => Err(self),
        }
    }
}

/// "argument 'n': expected int, got str"
#[cold]
#[inline(never)]
pub(crate) fn in_argument(f: &Frame<'_>, name: &str, error: Error) -> Error {
    prefixed(f, &format!("argument '{name}'"), error)
}

/// The error of a conversion, with what it was about in front. Exceptions of Python code stay as they
/// are, except for plain ones of the types that conversions raise.
#[cold]
#[inline(never)]
pub(crate) fn prefixed(f: &Frame<'_>, about: &str, mut error: Error) -> Error {
    if let Inner::Lazy { value: Value::Text(text), .. } = &mut *error.0 {
        *text = format!("{about}: {text}").into();
        return error;
    }
    f.scope(|f| match error.plain(f) {
        None => error,
        Some((class, text)) => {
            let mut named = Error::lazy(class, format!("{about}: {text}").into());
            for name in ["__cause__", "__traceback__"] {
                let _ = copy(f, name, &mut error, &mut named);
            }
            named
        }
    })
}

/// Gives an exception an attribute of another one. None is not set: as a cause, that would hide the
/// context.
#[cold]
#[inline(never)]
fn copy(f: &Frame<'_>, name: &str, from: &mut Error, to: &mut Error) -> Result {
    let name = f.api().interned(name)?;
    let value = f.api().get_attr(from.value(f).live(), name.live())?;
    if value.raw() != f.ctx().none() {
        f.api().set_attr(to.value(f).live(), name.live(), value.live())?;
    }
    Ok(())
}

impl Error {
    /// Class and text, of an exception that is exactly one of the types that conversions raise: a
    /// subclass may have a constructor of its own.
    fn plain<'f>(&mut self, f: &Frame<'f>) -> Option<(Class, &'f str)> {
        let value = self.value(f);
        let exact = value.get_type(f);
        let known: [Class; 3] =
            [TypeError::class, crate::exceptions::ValueError::class, crate::exceptions::OverflowError::class];
        let class = known.into_iter().find(|class| class(f).is_ok_and(|class| class.raw() == exact.raw()))?;
        Some((class, value.str(f).and_then(|text| text.as_str(f)).ok()?))
    }

    /// The text, with the type in front where it says something.
    #[inline]
    pub(crate) fn line(&mut self, f: &Frame<'_>) -> String {
        match f.scope(|f| self.plain(f).map(|(_, text)| text.to_owned())) {
            Some(text) => text,
            None => self.to_string(),
        }
    }
}
