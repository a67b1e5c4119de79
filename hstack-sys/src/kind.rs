//! The bits of `kinds_of`: which built-in types an object is an instance of, derived types included.
//!
//! A bit is `1 << constant`, so that a provider needs no second numbering. An object has the bit
//! of its nearest built-in type, those of that type's own built-in bases, and [`OBJECT`].

use crate::Constant;

macro_rules! kinds {
    ($($name:ident = $constant:ident;)*) => { $(
        #[doc = concat!("An instance of [`Constant::", stringify!($constant), "`].")]
        pub const $name: u32 = 1 << Constant::$constant as u32;
    )* };
}
kinds! {
    OBJECT = Object;
    TYPE = Type;
    BOOL = Bool;
    INT = Int;
    FLOAT = Float;
    COMPLEX = Complex;
    STR = Str;
    BYTES = Bytes;
    BYTEARRAY = ByteArray;
    LIST = List;
    TUPLE = Tuple;
    DICT = Dict;
    SET = Set;
    FROZENSET = FrozenSet;
    SLICE = Slice;
    RANGE = Range;
    MEMORYVIEW = MemoryView;
    MODULE = Module;
    FUNCTION = Function;
    BUILTIN_FUNCTION = BuiltinFunction;
    METHOD = Method;
    CAPSULE = Capsule;
    SUPER = Super;
    PROPERTY = Property;
    NONE = NoneType;
    MAPPING_PROXY = MappingProxy;
    EXCEPTION = BaseException;
}
