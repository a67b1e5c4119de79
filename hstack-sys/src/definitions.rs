//! How an extension describes itself: static, size-prefixed structs that a provider turns into
//! whatever its interpreter wants.

use crate::{Context, Ref, Status};
use core::ffi::{c_char, c_int, c_void};
use core::sync::atomic::AtomicUsize;

/// How a function is called; the shape of its entry.
#[repr(u32)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Convention {
    /// `entry(self, null) -> Option<Ref>`
    NoArguments = 0,
    /// `entry(self, argument) -> Option<Ref>`
    OneArgument = 1,
    /// `entry(self, arguments, count) -> Option<Ref>`
    Positional = 2,
    /// `entry(self, arguments, count, names) -> Option<Ref>`; keyword values follow the positional
    /// arguments, `names` is a tuple of their names or null (PEP 590).
    Keywords = 3,
}

/// One function or method.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct FunctionDef {
    /// The size of this struct.
    pub size: usize,
    /// The name, NUL-terminated.
    pub name: *const c_char,
    /// The docstring, NUL-terminated, or null.
    pub doc: *const c_char,
    /// The parenthesised signature, NUL-terminated, or null.
    pub signature: *const c_char,
    /// The shape of `entry`.
    pub convention: Convention,
    /// Bits of [`type_flags`] that start with `METHOD_`; 0 for a module's function.
    pub flags: u32,
    /// The entry, of the shape that `convention` says.
    pub entry: *const c_void,
}

// SAFETY: the pointers are to static, immutable data and code.
unsafe impl Sync for FunctionDef {}
// SAFETY: as above.
unsafe impl Send for FunctionDef {}

/// A computed attribute of a type.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct GetSetDef {
    /// The size of this struct.
    pub size: usize,
    /// The name, NUL-terminated.
    pub name: *const c_char,
    /// The docstring, NUL-terminated, or null.
    pub doc: *const c_char,
    /// Reads it; none: write-only.
    pub get: Option<unsafe extern "C" fn(Ref, *mut c_void) -> Option<Ref>>,
    /// Writes it, or deletes it when the value is null; none: read-only.
    pub set: Option<unsafe extern "C" fn(Ref, Option<Ref>, *mut c_void) -> c_int>,
}

// SAFETY: the pointers are to static, immutable data and code.
unsafe impl Sync for GetSetDef {}

/// One special method of a type: its number in [`slot`] and its entry, of the shape that CPython's
/// slot of that name has. Two are different, because they would lay out a struct of the interpreter:
///
/// * `BF_GETBUFFER` is `entry(this, buffer: *mut Buffer) -> c_int`: it describes the memory of the
///   instance, which stays where it is as long as that lives. `shape` and `strides` point to
///   [`BUFFER_MAX_DIMENSIONS`](crate::BUFFER_MAX_DIMENSIONS) words each, of which it fills `dimensions`.
///   What a consumer asks for is the provider's business.
/// * `BF_RELEASEBUFFER` is not given.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SlotDef {
    /// Which one.
    pub slot: c_int,
    /// The entry.
    pub entry: *const c_void,
}

// SAFETY: the pointer is to code.
unsafe impl Sync for SlotDef {}

/// Reports one reference during a traverse; non-zero: stop and return it.
pub type VisitFn = unsafe extern "C" fn(Ref, *mut c_void) -> c_int;

/// A class that an extension defines.
///
/// An instance is the base's part, then `field_count` references and `vector_count` fields of many, then the
/// payload. Where they are is known at run time only.
#[repr(C)]
pub struct TypeDef {
    /// The size of this struct.
    pub size: usize,
    /// The name without a module, NUL-terminated.
    pub name: *const c_char,
    /// The docstring, NUL-terminated, or null.
    pub doc: *const c_char,
    /// Bits of [`type_flags`].
    pub flags: u32,
    /// How many references stand beside the payload.
    pub field_count: u32,
    /// How many fields of many references follow those.
    pub vector_count: usize,
    /// Set by a provider once it has made the type: how many bytes the payload stands behind the
    /// reference, where that is the same for every instance; 0: `instance_payload` tells.
    pub payload_offset: AtomicUsize,
    /// Set by a provider once it has made the type: 1 when an instance of it is memory and nothing else, so
    /// that the extension may make and free it with [`Types`](crate::Types); else 0.
    pub plain: AtomicUsize,
    /// The payload's size in bytes.
    pub payload_size: usize,
    /// The payload's alignment; at most 16.
    pub payload_align: usize,
    /// Drops a payload in place; none: nothing to drop.
    pub drop: Option<unsafe extern "C" fn(*mut c_void)>,
    /// Visits references that the payload itself holds; none: it holds none.
    pub trace: Option<unsafe extern "C" fn(*mut c_void, VisitFn, *mut c_void) -> c_int>,
    /// Methods.
    pub methods: *const FunctionDef,
    /// How many.
    pub method_count: usize,
    /// Computed attributes.
    pub getsets: *const GetSetDef,
    /// How many.
    pub getset_count: usize,
    /// Special methods.
    pub slots: *const SlotDef,
    /// How many.
    pub slot_count: usize,
}

// SAFETY: the pointers are to static, immutable data and code.
unsafe impl Sync for TypeDef {}

/// A class that several extensions of an interpreter may share: what each of them says of it, and how the others
/// use the type that this one made. Its functions take references of the interpreter and find their context.
#[repr(C)]
pub struct SharedDef {
    /// The size of this struct.
    pub size: usize,
    /// The name that its author gave it, NUL-terminated.
    pub name: *const c_char,
    /// The version of its payload.
    pub version: u32,
    /// The payload's size in bytes.
    pub payload_size: usize,
    /// The payload's alignment.
    pub payload_align: usize,
    /// What the payload is made of.
    pub fields: *const SharedField,
    /// How many.
    pub field_count: usize,
    /// A new instance of the type, whose payload is not written yet.
    pub new: unsafe extern "C" fn(class: Ref) -> Option<Ref>,
    /// Where an instance's payload is; null, with an exception pending, when it has none.
    pub payload: unsafe extern "C" fn(object: Ref) -> *mut c_void,
}

// SAFETY: the pointers are to static, immutable data and code.
unsafe impl Sync for SharedDef {}

/// A part of the payload of a [`SharedDef`]: `count` numbers, one after the other.
#[repr(C)]
pub struct SharedField {
    /// Its name, NUL-terminated.
    pub name: *const c_char,
    /// The Rust name of the type of a number, NUL-terminated.
    pub element: *const c_char,
    /// How many numbers.
    pub count: usize,
    /// Where it starts in the payload.
    pub offset: usize,
}

// SAFETY: as above.
unsafe impl Sync for SharedField {}

/// A type that an extension made and lets others use. A capsule named [`SHARED_CLASS`] in the dict
/// `sys._hstack` has its address. Only extensions make such capsules, and none changes one.
#[repr(C)]
pub struct SharedClass {
    /// The size of this struct.
    pub size: usize,
    /// What its extension says of it.
    pub definition: *const SharedDef,
    /// A weak reference to the type, which the capsule owns.
    pub class: Ref,
    /// How many bytes the payload stands behind an instance's reference; 0: [`SharedDef::payload`] tells.
    pub payload_offset: usize,
}

/// The name of the capsules of [`SharedClass`], with the version of these structs.
pub const SHARED_CLASS: &core::ffi::CStr = c"hstack.shared_class.1";

/// What a [`TypeDef`] or the [`FunctionDef`] of a method can say in its flags.
pub mod type_flags {
    /// Python code may subclass it.
    pub const SUBCLASS: u32 = 1;
    /// Instances can be referenced weakly.
    pub const WEAKREF: u32 = 1 << 1;
    /// Instances have a `__dict__`.
    pub const DICT: u32 = 1 << 2;
    /// A method that takes the class instead of an instance.
    pub const METHOD_CLASS: u32 = 1 << 16;
    /// A method that takes neither.
    pub const METHOD_STATIC: u32 = 1 << 17;
}

/// Numbers of special methods: those of CPython's stable ABI (`Include/typeslots.h`), which never
/// change.
#[allow(missing_docs)]
pub mod slot {
    use core::ffi::c_int;
    macro_rules! slots {
        ($($name:ident = $value:literal,)*) => { $(pub const $name: c_int = $value;)* };
    }
    slots! {
        BF_GETBUFFER = 1, BF_RELEASEBUFFER = 2, MP_ASS_SUBSCRIPT = 3, MP_LENGTH = 4, MP_SUBSCRIPT = 5,
        NB_ABSOLUTE = 6, NB_ADD = 7, NB_AND = 8, NB_BOOL = 9, NB_DIVMOD = 10, NB_FLOAT = 11,
        NB_FLOOR_DIVIDE = 12, NB_INDEX = 13, NB_INPLACE_ADD = 14, NB_INPLACE_AND = 15,
        NB_INPLACE_FLOOR_DIVIDE = 16, NB_INPLACE_LSHIFT = 17, NB_INPLACE_MULTIPLY = 18, NB_INPLACE_OR = 19,
        NB_INPLACE_POWER = 20, NB_INPLACE_REMAINDER = 21, NB_INPLACE_RSHIFT = 22, NB_INPLACE_SUBTRACT = 23,
        NB_INPLACE_TRUE_DIVIDE = 24, NB_INPLACE_XOR = 25, NB_INT = 26, NB_INVERT = 27, NB_LSHIFT = 28,
        NB_MULTIPLY = 29, NB_NEGATIVE = 30, NB_OR = 31, NB_POSITIVE = 32, NB_POWER = 33, NB_REMAINDER = 34,
        NB_RSHIFT = 35, NB_SUBTRACT = 36, NB_TRUE_DIVIDE = 37, NB_XOR = 38, SQ_ASS_ITEM = 39, SQ_CONCAT = 40,
        SQ_CONTAINS = 41, SQ_INPLACE_CONCAT = 42, SQ_INPLACE_REPEAT = 43, SQ_ITEM = 44, SQ_LENGTH = 45,
        SQ_REPEAT = 46, TP_ALLOC = 47, TP_BASE = 48, TP_BASES = 49, TP_CALL = 50, TP_CLEAR = 51,
        TP_DEALLOC = 52, TP_DEL = 53, TP_DESCR_GET = 54, TP_DESCR_SET = 55, TP_DOC = 56, TP_GETATTR = 57,
        TP_GETATTRO = 58, TP_HASH = 59, TP_INIT = 60, TP_IS_GC = 61, TP_ITER = 62, TP_ITERNEXT = 63,
        TP_METHODS = 64, TP_NEW = 65, TP_REPR = 66, TP_RICHCOMPARE = 67, TP_SETATTR = 68, TP_SETATTRO = 69,
        TP_STR = 70, TP_TRAVERSE = 71, TP_MEMBERS = 72, TP_GETSET = 73, TP_FREE = 74,
        NB_MATRIX_MULTIPLY = 75, NB_INPLACE_MATRIX_MULTIPLY = 76, AM_AWAIT = 77, AM_AITER = 78,
        AM_ANEXT = 79, TP_FINALIZE = 80, AM_SEND = 81, TP_VECTORCALL = 82,
    }
}

/// Called once for each module object, with the context that was made for it: the extension
/// remembers the context and fills the module.
pub type Attach = unsafe extern "C" fn(module: Ref, context: *const Context) -> Status;

/// A module that an extension defines.
#[repr(C)]
pub struct ModuleDef {
    /// The size of this struct.
    pub size: usize,
    /// The [`crate::ABI_VERSION`] that it was built with.
    pub abi: u32,
    /// Always zero in this version.
    pub flags: u32,
    /// The last part of its name, NUL-terminated.
    pub name: *const c_char,
    /// The docstring, NUL-terminated, or null.
    pub doc: *const c_char,
    /// Functions.
    pub functions: *const FunctionDef,
    /// How many.
    pub function_count: usize,
    /// Remembers the context and fills the module.
    pub attach: Attach,
    /// Reports every reference that the extension keeps with the context, for the collector.
    pub traverse:
        unsafe extern "C" fn(context: *const Context, visit: VisitFn, argument: *mut c_void) -> c_int,
    /// Closes them: the module is garbage.
    pub clear: unsafe extern "C" fn(context: *const Context),
    /// Forgets the context: its module is gone, and it is freed when this returns.
    pub detach: unsafe extern "C" fn(context: *const Context),
}

// SAFETY: the pointers are to static, immutable data and code.
unsafe impl Sync for ModuleDef {}

/// What an extension exports as `hstack_module_NAME`: its definition, or null (with an exception
/// pending in `context`) when it cannot work with this context.
pub type ModuleExport = unsafe extern "C" fn(context: *const Context) -> *const ModuleDef;

/// How a closure is called: its data, the arguments as in [`Convention::Keywords`], and the context.
pub type ClosureCall = unsafe extern "C" fn(
    data: *mut c_void,
    arguments: *const Ref,
    count: usize,
    names: Option<Ref>,
    context: *const Context,
) -> Option<Ref>;

/// A function made at run time, with data of its own. The provider copies the struct.
#[repr(C)]
pub struct Closure {
    /// The size of this struct.
    pub size: usize,
    /// The name, NUL-terminated; copied.
    pub name: *const c_char,
    /// The docstring, NUL-terminated, or null; copied.
    pub doc: *const c_char,
    /// Passed to `call` and `drop`.
    pub data: *mut c_void,
    /// Runs it.
    pub call: ClosureCall,
    /// Drops the data, when the function is collected or could not be made.
    pub drop: unsafe extern "C" fn(*mut c_void),
}
