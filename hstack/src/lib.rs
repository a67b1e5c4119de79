//! Python extension modules in Rust: one binary for every Python, safe handles in frames.

extern crate self as hstack;

#[macro_use]
mod for_each;
#[macro_use]
mod name;

mod args;
pub mod buffer;
mod call;
mod class;
mod closure;
mod convert;
mod error;
pub mod exceptions;
mod ffi;
mod frame;
mod handle;
mod imported;
mod interpreter;
pub mod iterate;
#[path = "support.rs"]
#[doc(hidden)]
pub mod macros;
mod panic;
mod per_interpreter;
#[doc(hidden)]
pub mod private;
mod recursion;
mod run;
mod signals;
mod suggest;
pub mod types;
mod warnings;

pub use args::Arguments;
pub use call::Args;
pub use class::{Class, Field, Key};
pub use convert::{FromPy, FromPyOwned, Temp, ToPy};
pub use error::{Error, Result};
pub use frame::{Frame, Scope};
pub use handle::{Derived, Global, Handle, PyType};
pub use hstack_macros::{class, function, methods, module};
pub use imported::Imported;
pub use interpreter::Interpreter;
pub use iterate::Iter;
pub use name::{Interned, Name};
pub use panic::PanicException;
pub use per_interpreter::PerInterpreter;

/// What most modules want.
pub mod prelude {
    pub use crate::exceptions::{
        AttributeError, IndexError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError,
        StopIteration, TypeError, ValueError,
    };
    pub use crate::types::{
        Any, Bool, ByteArray, Bytes, Complex, Dict, Float, FrozenSet, Int, List, Mapping, Module, Sequence, Set,
        Slice, Str, Tuple, Type,
    };
    pub use crate::{
        Args, Frame, FromPy, Global, Handle, Interned, Iter, Name, Result, Scope, Temp, ToPy, for_each, name,
    };
}
