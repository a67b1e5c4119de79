//! What [hstack](https://docs.rs/hstack) is made of but for its macros, which compile at the same time. Use
//! that crate: all of this has its name there.

#[macro_use]
mod for_each;
#[macro_use]
mod name;

mod args;
mod atomic;
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
mod lock;
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
mod threads;
pub mod types;
mod warnings;

pub use args::Arguments;
pub use atomic::{Atomic, AtomicValue};
pub use call::Args;
pub use class::{Base, BaseArgs, Class, Field, FieldMap, FieldVec, Key, MapHandle, VecHandle};
pub use convert::{FromPy, FromPyOwned, Temp, ToPy};
pub use error::{Error, Result};
pub use ffi::exclusive::{Borrowed, BorrowedMut};
pub use frame::{Frame, Scope};
pub use handle::{Derived, Global, Handle, PyType};
pub use imported::Imported;
pub use interpreter::Interpreter;
pub use iterate::Iter;
pub use lock::{Lock, Locked};
pub use name::{Interned, Name};
pub use panic::PanicException;
pub use per_interpreter::PerInterpreter;

/// What most modules want.
#[doc(hidden)]
pub mod prelude {
    pub use crate::exceptions::{
        AttributeError, IndexError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError,
        StopIteration, TypeError, ValueError,
    };
    pub use crate::types::{
        Any, Bool, ByteArray, Bytes, Complex, Dict, Float, FrozenSet, Int, List, Mapping, Module, Sequence,
        Set, Slice, Str, Tuple, Type,
    };
    pub use crate::{
        Args, Field, FieldMap, FieldVec, Frame, FromPy, Global, Handle, Interned, Iter, Name, Result, Scope,
        Temp, ToPy, for_each, name,
    };
}
