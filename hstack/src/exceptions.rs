//! The exception types: handles can have them, and each makes errors with `new_err`.
//!
//! [`crate::exception!`] defines new ones, [`crate::import_exception!`] names those of a Python module.

use crate::error::{Error, Result};
use crate::ffi::Live;
use crate::frame::Frame;
use crate::handle::{Derived, Handle, PyType};
use crate::types::Any;
use hstack_sys::Constant;

/// A Python type whose objects can be raised.
///
/// # Safety
/// [`ExceptionType::class`] is the class that [`PyType::check`] checks.
pub unsafe trait ExceptionType: PyType {
    /// The class.
    #[doc(hidden)]
    fn class<'a>(f: &'a Frame<'_>) -> Result<Live<'a>>;
}

macro_rules! new_err {
    ($name:ident) => {
        impl $name {
            /// An error of this type with a message.
            #[cold]
            pub fn new_err(message: impl Into<std::borrow::Cow<'static, str>>) -> Error {
                Error::new::<Self>(message)
            }

            /// An error of this type with arguments: a tuple becomes several, anything else is the one.
            #[cold]
            pub fn with_args(args: impl for<'x> crate::convert::ToPy<'x> + Send + Sync + 'static) -> Error {
                Error::with_args::<Self>(args)
            }
        }
    };
}

macro_rules! exceptions {
    ($($name:ident: $base:ident;)*) => { $(
        #[doc = concat!("Python's `", stringify!($name), "`.")]
        pub struct $name;

        // SAFETY: an instance of the class is what the name says.
        unsafe impl PyType for $name {
            const NAME: &'static str = stringify!($name);
            #[inline]
            fn check<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> bool {
                Self::class(f).is_ok_and(|class| f.api().has_type(object.live(), class))
            }
        }

        // SAFETY: Python's hierarchy.
        unsafe impl Derived for $name {
            type Base = $base;
        }

        // SAFETY: `check` uses it.
        unsafe impl ExceptionType for $name {
            fn class<'a>(f: &'a Frame<'_>) -> Result<Live<'a>> {
                f.constant(Constant::$name, stringify!($name))
            }
        }

        new_err!($name);
    )* };
}

exceptions! {
    BaseException: Any;
    Exception: BaseException;
    ArithmeticError: Exception;
    AssertionError: Exception;
    AttributeError: Exception;
    BlockingIOError: OSError;
    BrokenPipeError: ConnectionError;
    BufferError: Exception;
    ChildProcessError: OSError;
    ConnectionAbortedError: ConnectionError;
    ConnectionError: OSError;
    ConnectionRefusedError: ConnectionError;
    ConnectionResetError: ConnectionError;
    EOFError: Exception;
    FileExistsError: OSError;
    FileNotFoundError: OSError;
    FloatingPointError: ArithmeticError;
    GeneratorExit: BaseException;
    ImportError: Exception;
    IndentationError: SyntaxError;
    IndexError: LookupError;
    InterruptedError: OSError;
    IsADirectoryError: OSError;
    KeyError: LookupError;
    KeyboardInterrupt: BaseException;
    LookupError: Exception;
    MemoryError: Exception;
    ModuleNotFoundError: ImportError;
    NameError: Exception;
    NotADirectoryError: OSError;
    NotImplementedError: RuntimeError;
    OSError: Exception;
    OverflowError: ArithmeticError;
    PermissionError: OSError;
    ProcessLookupError: OSError;
    RecursionError: RuntimeError;
    ReferenceError: Exception;
    RuntimeError: Exception;
    StopAsyncIteration: Exception;
    StopIteration: Exception;
    SyntaxError: Exception;
    SystemError: Exception;
    SystemExit: BaseException;
    TabError: IndentationError;
    TimeoutError: OSError;
    TypeError: Exception;
    UnboundLocalError: NameError;
    UnicodeDecodeError: UnicodeError;
    UnicodeEncodeError: UnicodeError;
    UnicodeError: ValueError;
    UnicodeTranslateError: UnicodeError;
    ValueError: Exception;
    ZeroDivisionError: ArithmeticError;
    Warning: Exception;
    BytesWarning: Warning;
    DeprecationWarning: Warning;
    FutureWarning: Warning;
    ImportWarning: Warning;
    PendingDeprecationWarning: Warning;
    ResourceWarning: Warning;
    RuntimeWarning: Warning;
    SyntaxWarning: Warning;
    UnicodeWarning: Warning;
    UserWarning: Warning;
    EncodingWarning: Warning;
    BaseExceptionGroup: BaseException;
    ExceptionGroup: BaseExceptionGroup;
    PythonFinalizationError: RuntimeError;
}

impl<'f> Frame<'f> {
    /// A constant, or an error when the running Python does not have it.
    pub(crate) fn constant(&self, constant: Constant, name: &str) -> Result<Live<'_>> {
        match self.constant_live(constant) {
            Some(live) => Ok(live),
            None => Err(AttributeError::new_err(format!("this Python has no {name}"))),
        }
    }
}
