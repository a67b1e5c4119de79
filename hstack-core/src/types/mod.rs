//! The built-in types: one file each, with the operations that its handles have.

use crate::frame::Frame;
use crate::handle::{Derived, Handle, PyType};
use hstack_sys::Constant;

mod any;
mod arithmetic;
mod bytearray;
mod bytes;
mod capsule;
mod compare;
mod dict;
mod function;
mod kind;
mod list;
mod mapping;
mod memoryview;
mod module;
mod number;
mod protocol;
mod sequence;
mod set;
mod slice;
mod str;
mod str_data;
mod tuple;
mod r#type;
mod weakref;

pub use crate::ffi::{StrBuilder, StrMemory};
pub use compare::CompareOp;
pub use kind::Kind;
pub use slice::{Indices, Selection, Subscript};
pub(crate) use slice::{index, no_subscript};
pub use str_data::StrData;

/// Defines the marker of a built-in type.
macro_rules! builtin {
    ($($(#[$meta:meta])* $name:ident = $python:literal: $base:ident;)*) => { $(
        $(#[$meta])*
        pub struct $name;

        // SAFETY: an instance of the class is what the name says.
        unsafe impl PyType for $name {
            const NAME: &'static str = $python;
            #[inline(always)]
            fn check<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> bool {
                f.has_type(object, Constant::$name)
            }
        }

        // SAFETY: Python's hierarchy.
        unsafe impl Derived for $name {
            type Base = $base;
        }
    )* };
}

/// Any object.
pub struct Any;

// SAFETY: every object is one.
unsafe impl PyType for Any {
    const NAME: &'static str = "object";
    #[inline(always)]
    fn check<'f>(_: &Frame<'f>, _: Handle<'f, Any>) -> bool {
        true
    }
}

builtin! {
    /// `type`
    Type = "type": Any;
    /// `bool`
    Bool = "bool": Int;
    /// `int`
    Int = "int": Any;
    /// `float`
    Float = "float": Any;
    /// `complex`
    Complex = "complex": Any;
    /// `str`
    Str = "str": Any;
    /// `bytes`
    Bytes = "bytes": Any;
    /// `bytearray`
    ByteArray = "bytearray": Any;
    /// `list`
    List = "list": Any;
    /// `tuple`
    Tuple = "tuple": Any;
    /// `dict`
    Dict = "dict": Any;
    /// `set`
    Set = "set": Any;
    /// `frozenset`
    FrozenSet = "frozenset": Any;
    /// `slice`
    Slice = "slice": Any;
    /// `range`
    Range = "range": Any;
    /// `memoryview`
    MemoryView = "memoryview": Any;
    /// A module.
    Module = "module": Any;
    /// A function that was written in Python.
    Function = "function": Any;
    /// A function that was written in a native language.
    BuiltinFunction = "builtin_function_or_method": Any;
    /// A bound method.
    Method = "method": Any;
    /// `property`
    Property = "property": Any;
    /// `super`
    Super = "super": Any;
    /// A capsule: a pointer between native modules.
    Capsule = "PyCapsule": Any;
    /// The type of `None`.
    NoneType = "NoneType": Any;
    /// A read-only view of a mapping.
    MappingProxy = "mappingproxy": Any;
}

/// Anything that is a `collections.abc.Sequence`: lists and tuples at once, other classes as they say.
pub struct Sequence;
/// Anything that is a `collections.abc.Mapping`: dicts at once, other classes as they say.
pub struct Mapping;
/// A weak reference.
pub struct Weakref;

impl<'f> Frame<'f> {
    /// Whether an object is an instance of a built-in type.
    #[inline(always)]
    fn has_type(&self, object: Handle<'f, Any>, class: Constant) -> bool {
        let class: Handle<Type> = self.known_constant(class);
        self.is_exactly(object.live(), class.live()) || self.api().has_type(object.live(), class.live())
    }
}
