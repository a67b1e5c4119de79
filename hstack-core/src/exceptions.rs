//! The exception types: handles can have them, and each makes errors with `new_err`.
//!
//! [`crate::exception!`] defines new ones, [`crate::import_exception!`] names those of a Python module.

use crate::class::{Base, BaseArgs, Outer};
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
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an exception type",
    label = "its objects cannot be raised",
    note = "use a type of `hstack::exceptions`, or one that `exception!` or `import_exception!` makes"
)]
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
                <Self as ExceptionType>::class(f).is_ok_and(|class| f.api().has_type(object.live(), class))
            }
        }

        // SAFETY: Python's hierarchy.
        unsafe impl Derived for $name {
            type Base = $base;
        }

        // SAFETY: `check` uses it.
        unsafe impl ExceptionType for $name {
            #[inline]
            fn class<'a>(f: &'a Frame<'_>) -> Result<Live<'a>> {
                f.constant(Constant::$name, stringify!($name))
            }
        }

        // SAFETY: as above; no class of this crate is above it.
        unsafe impl Base for $name {
            type Part<'f> = BaseArgs<'f, $name>;
            const INITIALIZES: bool = true;
            #[inline]
            fn class<'a>(f: &'a Frame<'_>) -> Result<Live<'a>> {
                <Self as ExceptionType>::class(f)
            }
        }
        // SAFETY: as above.
        unsafe impl Outer for $name {}

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
    #[inline]
    pub(crate) fn constant(&self, constant: Constant, name: &str) -> Result<Live<'_>> {
        match self.constant_live(constant) {
            Some(live) => Ok(live),
            None => Err(absent(name)),
        }
    }
}

#[cold]
#[inline(never)]
fn absent(name: &str) -> Error {
    AttributeError::new_err(format!("this Python has no {name}"))
}

impl<'f> Frame<'f> {
    /// The class of an exception type.
    ///
    /// # Errors
    /// `AttributeError` when the running Python does not have it; what making or importing it raises.
    #[inline]
    pub fn exception_class<E: ExceptionType>(&self) -> Result<Handle<'f, crate::types::Type>> {
        crate::private::class_of::<E>(self)
    }
}

/// Defines an exception type: `exception!(module, Name, Base, "doc")`.
///
/// The first argument is the name of the Python module (dotted if need be), as `__module__` shows it;
/// the class is made once per interpreter. Inside a module of `#[hstack::module]` it
/// becomes a member of it.
///
/// ```
/// use hstack::prelude::*;
///
/// hstack::exception!(shop, OutOfStock, hstack::exceptions::Exception, "Nothing left.");
///
/// fn sell(left: u32) -> Result<u32> {
///     left.checked_sub(1).ok_or_else(|| OutOfStock::new_err("sold out"))
/// }
/// ```
#[macro_export]
macro_rules! exception {
    ($(#[$meta:meta])* $($module:ident).+, $name:ident, $base:ty $(, $doc:literal)? $(,)?) => {
        $(#[$meta])*
        #[doc = $crate::exception!(@doc $name $($doc)?)]
        pub struct $name;

        $crate::exception!(@implement $name, $base, |f| {
            static CLASS: $crate::private::NewClass = $crate::private::NewClass::new(
                $crate::private::c_str(::core::concat!(
                    $(::core::stringify!($module), ".",)+ ::core::stringify!($name), "\0"
                )),
                $crate::exception!(@text $($doc)?),
            );
            CLASS.get::<$base>(f)
        });
    };
    (@doc $name:ident) => { ::core::concat!("The exception `", ::core::stringify!($name), "`.") };
    (@doc $name:ident $doc:literal) => { $doc };
    (@text) => { ::core::option::Option::None };
    (@text $doc:literal) => {
        ::core::option::Option::Some($crate::private::c_str(::core::concat!($doc, "\0")))
    };
    (@implement $name:ident, $base:ty, |$f:ident| $class:block) => {
        // SAFETY: an object passes the check when it is an instance of the class.
        unsafe impl $crate::PyType for $name {
            const NAME: &'static str = ::core::stringify!($name);
            #[inline]
            fn check<'f>(f: &$crate::Frame<'f>, object: $crate::Handle<'f, $crate::types::Any>) -> bool {
                $crate::private::is_exception::<Self>(f, object)
            }
        }

        // SAFETY: the class is derived from that of the base.
        unsafe impl $crate::Derived for $name {
            type Base = $base;
        }

        // SAFETY: the check asks for this class.
        unsafe impl $crate::exceptions::ExceptionType for $name {
            #[inline]
            fn class<'a>($f: &'a $crate::Frame<'_>) -> $crate::Result<$crate::private::Live<'a>> $class
        }

        // SAFETY: as above; no class of this crate is above it.
        unsafe impl $crate::Base for $name {
            type Part<'f> = $crate::BaseArgs<'f, $name>;
            const INITIALIZES: bool = true;
            #[inline]
            fn class<'a>(f: &'a $crate::Frame<'_>) -> $crate::Result<$crate::private::Live<'a>> {
                <$name as $crate::exceptions::ExceptionType>::class(f)
            }
        }
        // SAFETY: as above.
        unsafe impl $crate::private::Outer for $name {}

        #[allow(dead_code)]
        impl $name {
            /// An error of this type with a message.
            #[cold]
            pub fn new_err(
                message: impl ::core::convert::Into<::std::borrow::Cow<'static, str>>,
            ) -> $crate::Error {
                $crate::Error::new::<Self>(message)
            }

            /// An error of this type with arguments: a tuple becomes several, anything else is the one.
            #[cold]
            pub fn with_args(
                args: impl for<'x> $crate::ToPy<'x>
                    + ::core::marker::Send + ::core::marker::Sync + 'static,
            ) -> $crate::Error {
                $crate::Error::with_args::<Self>(args)
            }

            /// Puts the class into a module.
            #[doc(hidden)]
            #[inline]
            pub fn __exported_by_an_hstack_attribute<'f>(
                f: &$crate::Frame<'f>,
                module: $crate::Handle<'f, $crate::types::Module>,
            ) -> $crate::Result {
                $crate::private::add_exception::<Self>(f, module, ::core::stringify!($name))
            }
        }
    };
}

/// Names an exception type of a Python module: `import_exception!(module.path, Name)`. It is imported
/// once per interpreter, when it is first needed.
///
/// ```
/// use hstack::prelude::*;
///
/// hstack::import_exception!(json.decoder, JSONDecodeError);
///
/// fn is_bad_json(f: &Frame, error: &hstack::Error) -> bool {
///     error.is_instance::<JSONDecodeError>(f)
/// }
/// ```
#[macro_export]
macro_rules! import_exception {
    ($(#[$meta:meta])* $first:ident $(. $rest:ident)*, $name:ident $(,)?) => {
        $(#[$meta])*
        #[doc = ::core::concat!("The exception `", ::core::stringify!($name), "` of the Python module.")]
        pub struct $name;

        $crate::exception!(@implement $name, $crate::exceptions::BaseException, |f| {
            static CLASS: $crate::private::ImportedClass = $crate::private::ImportedClass::new(
                ::core::concat!(::core::stringify!($first) $(, ".", ::core::stringify!($rest))*),
                ::core::stringify!($name),
            );
            CLASS.get(f)
        });
    };
}
