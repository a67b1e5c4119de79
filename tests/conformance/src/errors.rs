//! Exceptions: raised, caught, passed on, looked at.

use hstack::exceptions::{self, BaseException};
use hstack::prelude::*;
use hstack::{Error, function};

macro_rules! by_name {
    ($name:ident, $message:ident: $($class:ident)*) => {
        match $name {
            $(stringify!($class) => Err(exceptions::$class::new_err($message)),)*
            _ => Err(KeyError::new_err("no such exception")),
        }
    };
}

/// Raises a built-in exception by its name.
#[function]
pub fn raise_(name: &str, message: String) -> Result {
    by_name!(name, message: BaseException Exception ArithmeticError AssertionError AttributeError
        BlockingIOError BrokenPipeError BufferError ChildProcessError ConnectionAbortedError ConnectionError
        ConnectionRefusedError ConnectionResetError EOFError FileExistsError FileNotFoundError
        FloatingPointError GeneratorExit ImportError IndentationError IndexError InterruptedError
        IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
        NotADirectoryError NotImplementedError OSError OverflowError PermissionError ProcessLookupError
        RecursionError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError
        SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeError ValueError
        ZeroDivisionError Warning BytesWarning DeprecationWarning FutureWarning ImportWarning
        PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning
        EncodingWarning PythonFinalizationError)
}

hstack::exception!(conformance.errors, Custom, exceptions::ValueError, "An exception of one's own.");
hstack::exception!(conformance.errors, Plain, exceptions::Exception);
hstack::exception!(conformance.errors, Derived, Custom, "Derived from one's own.");
hstack::import_exception!(json.decoder, JSONDecodeError);
hstack::import_exception!(no_such_module, NoSuchError);
// Not an exception, and a class of a test that refuses to be derived from.
hstack::import_exception!(collections, OrderedDict);
hstack::import_exception!(conformance_bases, Sealed);
hstack::exception!(conformance.errors, Impossible, Sealed);

/// An error type of one's own.
pub struct MyError(i64);

impl From<MyError> for Error {
    fn from(error: MyError) -> Error {
        exceptions::LookupError::with_args(("my error", error.0))
    }
}

/// Exceptions.
#[hstack::module(submodule)]
pub mod errors {
    use super::*;
    pub use super::{Custom, Derived, Plain, raise_};

    /// Several arguments.
    #[function]
    pub fn raise_args() -> Result {
        Err(exceptions::OSError::with_args((2, "no such thing", "file.txt")))
    }

    #[function]
    pub fn raise_one_arg() -> Result {
        Err(KeyError::with_args("key"))
    }

    #[function]
    pub fn raise_custom(which: i64, message: String) -> Result {
        Err(match which {
            0 => Custom::new_err(message),
            1 => Plain::new_err(message),
            2 => Derived::with_args((message, which)),
            3 => NoSuchError::new_err(message),
            _ => return Err(MyError(which).into()),
        })
    }

    /// A result with an error type that converts.
    #[function]
    pub fn convert_error(n: i64) -> Result<i64, MyError> {
        if n < 0 { Err(MyError(n)) } else { Ok(n) }
    }

    #[function]
    pub fn raise_object<'f>(f: &Frame<'f>, exception: Handle<'f, BaseException>) -> Result {
        Err(Error::from_value(f, exception))
    }

    /// What the callable raises comes out again.
    #[function]
    pub fn pass_on(f: &Frame, callable: Handle<Any>) -> Result<Handle<Any>> {
        callable.call(f, ())
    }

    /// The exception object that the callable raises, or nothing.
    #[function]
    pub fn caught<'f>(f: &Frame<'f>, callable: Handle<'f, Any>) -> Option<Handle<'f, BaseException>> {
        callable.call::<()>(f, ()).err().map(|mut error| error.value(f))
    }

    #[function]
    pub fn describe(f: &Frame, callable: Handle<Any>) -> Option<(String, String)> {
        let error = callable.call::<()>(f, ()).err()?;
        Some((error.to_string(), format!("{error:?}")))
    }

    #[function]
    pub fn describe_lazy(message: String) -> String {
        Custom::new_err(message).to_string()
    }

    #[function]
    pub fn get_type<'f>(f: &Frame<'f>, callable: Handle<'f, Any>) -> Option<Handle<'f, Type>> {
        callable.call::<()>(f, ()).err().map(|mut error| error.get_type(f))
    }

    #[function]
    pub fn matches<'f>(f: &Frame<'f>, callable: Handle<'f, Any>, classes: Handle<'f, Any>) -> Option<bool> {
        callable.call::<()>(f, ()).err().map(|error| error.matches(f, classes))
    }

    #[function]
    pub fn kinds<'f>(f: &Frame<'f>, callable: Handle<'f, Any>) -> Option<Vec<bool>> {
        let error = callable.call::<()>(f, ()).err()?;
        Some(vec![
            error.is_instance::<exceptions::LookupError>(f),
            error.is_instance::<KeyError>(f),
            error.is_instance::<Custom>(f),
            error.is_instance::<JSONDecodeError>(f),
            error.is_instance::<NoSuchError>(f),
        ])
    }

    /// An error that was never an object can be asked, too.
    #[function]
    pub fn lazy_kinds(f: &Frame) -> Vec<bool> {
        let error = KeyError::new_err("k");
        vec![error.is_instance::<exceptions::LookupError>(f), error.is_instance::<IndexError>(f)]
    }

    #[function]
    pub fn traceback<'f>(f: &Frame<'f>, callable: Handle<'f, Any>) -> Option<Handle<'f, Any>> {
        callable.call::<()>(f, ()).err().and_then(|mut error| error.traceback(f))
    }

    #[function]
    pub fn cause<'f>(f: &Frame<'f>, callable: Handle<'f, Any>) -> Option<Handle<'f, BaseException>> {
        callable.call::<()>(f, ()).err().and_then(|mut error| error.cause(f)).map(|mut cause| cause.value(f))
    }

    #[function]
    pub fn context<'f>(f: &Frame<'f>, callable: Handle<'f, Any>) -> Option<Handle<'f, BaseException>> {
        callable
            .call::<()>(f, ())
            .err()
            .and_then(|mut error| error.context(f))
            .map(|mut error| error.value(f))
    }

    /// `raise RuntimeError("wrapped") from ..`
    #[function]
    pub fn wrap(f: &Frame, callable: Handle<Any>) -> Result<Handle<Any>> {
        callable.call(f, ()).map_err(|cause| {
            let mut error = RuntimeError::new_err("wrapped");
            match error.set_cause(f, Some(cause)) {
                Ok(()) => error,
                Err(error) => error,
            }
        })
    }

    #[function]
    pub fn set_context<'f>(f: &Frame<'f>, other: Handle<'f, BaseException>) -> Result {
        let mut error = RuntimeError::new_err("with a context");
        error.set_context(f, Some(Error::from_value(f, other)))?;
        Err(error)
    }

    #[function]
    pub fn without_traceback(f: &Frame, callable: Handle<Any>) -> Result<Handle<Any>> {
        callable.call(f, ()).map_err(|mut error| {
            let _ = error.set_traceback(f, None);
            error
        })
    }

    #[function]
    pub fn set_bad_traceback<'f>(f: &Frame<'f>, traceback: Handle<'f, Any>) -> Result {
        RuntimeError::new_err("x").set_traceback(f, Some(traceback))
    }

    #[function]
    pub fn add_note(f: &Frame, note: &str) -> Result {
        let mut error = RuntimeError::new_err("with a note");
        error.add_note(f, note)?;
        Err(error)
    }

    #[function]
    pub fn print(f: &Frame, callable: Handle<Any>) {
        if let Err(mut error) = callable.call::<()>(f, ()) {
            error.print(f);
        }
    }

    #[function]
    #[hstack(signature = (callable, object = None))]
    pub fn unraisable<'f>(f: &Frame<'f>, callable: Handle<'f, Any>, object: Option<Handle<'f, Any>>) {
        if let Err(error) = callable.call::<()>(f, ()) {
            error.write_unraisable(f, object);
        }
    }

    /// The same exception twice.
    #[function]
    pub fn cloned<'f>(f: &Frame<'f>, callable: Handle<'f, Any>) -> Result<Option<Handle<'f, Any>>> {
        let Err(mut error) = callable.call::<()>(f, ()) else { return Ok(None) };
        let mut other = error.clone_ref(f);
        Ok(Some((error.value(f), other.value(f)).to_handle(f)?))
    }

    /// An error as a value.
    #[function]
    pub fn as_value(message: String) -> Error {
        Custom::new_err(message)
    }

    /// Errors that are caught do not disturb what comes after.
    #[function]
    pub fn swallow_many<'f>(f: &Frame<'f>, callable: Handle<'f, Any>, times: i64) -> i64 {
        (0..times).filter(|_| callable.call::<()>(f, ()).is_err()).count() as i64
    }

    /// The class of an exception type, as the module has it.
    #[function]
    pub fn class_of_custom(f: &Frame) -> Result<Handle<Type>> {
        f.exception_class::<Custom>()
    }

    #[function]
    pub fn class_of_missing(f: &Frame) -> Result<Handle<Type>> {
        f.exception_class::<NoSuchError>()
    }

    #[function]
    pub fn class_of_no_exception(f: &Frame) -> Result<Handle<Type>> {
        f.exception_class::<OrderedDict>()
    }

    #[function]
    pub fn class_of_impossible(f: &Frame) -> Result<Handle<Type>> {
        f.exception_class::<Impossible>()
    }

    #[function]
    pub fn cast_to_key_error<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Handle<'f, KeyError>> {
        object.cast(f)
    }
}
