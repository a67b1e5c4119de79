//! What kind of built-in an object is, in one call.

use super::*;
use crate::exceptions::BaseException;
use hstack_sys::kind;

macro_rules! kinds {
    ($($(#[$meta:meta])* $name:ident($ty:ident) = $bit:ident;)*) => {
        /// An object by its built-in type, as [`Handle::kind`] says: for code that walks any data.
        ///
        /// Objects of derived types are among them: an `IntEnum` is an `Int`, a named tuple a `Tuple`.
        ///
        /// ```
        /// use hstack::prelude::*;
        /// use hstack::types::Kind;
        ///
        /// fn depth<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<usize> {
        ///     let mut deepest = 0;
        ///     match object.kind(f) {
        ///         Kind::List(list) => for_each!(f, x in list, { deepest = deepest.max(depth(f, x)?) }),
        ///         Kind::Dict(dict) => for_each!(f, (_, x) in dict, { deepest = deepest.max(depth(f, x)?) }),
        ///         _ => return Ok(0),
        ///     }
        ///     Ok(deepest + 1)
        /// }
        /// ```
        #[derive(Clone, Copy, Debug)]
        #[non_exhaustive]
        pub enum Kind<'f> {
            /// `None`
            None,
            /// `True` or `False`
            Bool(bool),
            $($(#[$meta])* #[doc = concat!("An instance of `", stringify!($ty), "`, or of a type derived from it.")]
            $name(Handle<'f, $ty>),)*
            /// None of these.
            Other(Handle<'f, Any>),
        }

        impl<'f> Handle<'f, Any> {
            /// Which built-in type the object is an instance of, in one call.
            #[inline]
            pub fn kind(self, f: &Frame<'f>) -> Kind<'f> {
                let kinds = f.api().kinds_of(self.live());
                if kinds & kind::NONE != 0 {
                    return Kind::None;
                }
                if kinds & kind::BOOL != 0 {
                    return Kind::Bool(self.is(f, f.bool(true)));
                }
                $(if kinds & kind::$bit != 0 {
                    // SAFETY: the table says that it is an instance.
                    return Kind::$name(unsafe { self.cast_unchecked() });
                })*
                Kind::Other(self)
            }
        }
    };
}
kinds! {
    Int(Int) = INT;
    Float(Float) = FLOAT;
    Str(Str) = STR;
    Bytes(Bytes) = BYTES;
    List(List) = LIST;
    Tuple(Tuple) = TUPLE;
    Dict(Dict) = DICT;
    Set(Set) = SET;
    FrozenSet(FrozenSet) = FROZENSET;
    Complex(Complex) = COMPLEX;
    ByteArray(ByteArray) = BYTEARRAY;
    MemoryView(MemoryView) = MEMORYVIEW;
    Slice(Slice) = SLICE;
    Range(Range) = RANGE;
    Type(Type) = TYPE;
    Exception(BaseException) = EXCEPTION;
    Module(Module) = MODULE;
    Function(Function) = FUNCTION;
    BuiltinFunction(BuiltinFunction) = BUILTIN_FUNCTION;
    Method(Method) = METHOD;
    Capsule(Capsule) = CAPSULE;
    MappingProxy(MappingProxy) = MAPPING_PROXY;
}
