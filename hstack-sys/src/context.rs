//! The context: the table itself, generated from [`for_each_function!`].

use crate::*;
use core::ffi::{c_char, c_int, c_void};

/// The version of the ABI: `major << 16 | minor`, here 0.2. A context of another version is refused.
pub const ABI_VERSION: u32 = 2;

/// How many constants a context has room for.
pub const CONSTANT_CAPACITY: usize = 192;

/// What a wrapping provider does at the borders of an entry point: a provider whose references are
/// not those of the interpreter (a debug context) translates them there.
#[repr(C)]
pub struct Hooks {
    /// The size of this struct.
    pub size: usize,
    /// Called before the body of an entry: translates `count` references of the interpreter.
    pub enter: unsafe extern "C" fn(
        references: *const Ref,
        count: usize,
        translated: *mut Ref,
        context: *const Context,
    ),
    /// Called after it with those references and the result: gives the interpreter's reference back.
    pub leave: unsafe extern "C" fn(
        translated: *const Ref,
        count: usize,
        result: Option<Ref>,
        context: *const Context,
    ) -> Option<Ref>,
}

macro_rules! define {
    ({} $($(#[doc = $doc:literal])* $index:literal fn $name:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?;)*) => {
        /// How an extension reaches an interpreter: a table of functions and constants.
        ///
        /// A context belongs to one module object of one extension, and lives as long as that object.
        ///
        /// A function may be null only in a context of the provider that is linked into the extension:
        /// there the extension calls that provider's function of this name, so that the binary holds
        /// only those that it calls. A context of any other provider is complete.
        #[repr(C)]
        pub struct Context {
            /// The size of this struct, as the provider knows it.
            pub size: usize,
            /// The [`ABI_VERSION`] of the provider.
            pub abi: u32,
            /// Always zero in this version.
            pub flags: u32,
            /// What provides it, for people: "cpython 3.13", NUL-terminated.
            pub name: *const c_char,
            /// The number of its interpreter: never used again in this process, whatever ends.
            pub interpreter: u64,
            /// Null on a plain provider.
            pub hooks: *const Hooks,
            /// Finds the context of the module that an object belongs to (a module, an instance or a
            /// type of it), among the contexts of all extensions that this provider serves; null when
            /// it is none of them. Valid as long as the process; needs no context.
            pub resolve: unsafe extern "C" fn(this: Option<Ref>) -> *const Context,
            /// A context that lives as long as the process and belongs to no interpreter, for the slots
            /// of instances that outlive their module: only `close`, `instance_traverse`,
            /// `instance_clear` and `instance_free` may be called through it.
            pub orphan: *const Context,
            /// The extension's own word: null until it sets it.
            pub extension: core::sync::atomic::AtomicPtr<c_void>,
            /// The provider's own word.
            pub provider: *mut c_void,
            /// Facts that let an extension skip a call.
            pub accelerators: Accelerators,
            /// The constants, by [`Constant`].
            pub constants: [Option<Ref>; CONSTANT_CAPACITY],
            $($(#[doc = $doc])* pub $name: Option<unsafe extern "C" fn($($arg: $ty,)* context: *const Context) $(-> $ret)?>,)*
        }

        /// The functions of the table by name, in its order.
        #[repr(u32)]
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[allow(non_camel_case_types, missing_docs)]
        pub enum Function {
            $($name = $index,)*
        }

        impl Function {
            /// Every function: name, signature, contract.
            pub const ALL: &'static [(&'static str, &'static str, &'static str)] = &[$((
                stringify!($name),
                concat!("fn(", $(stringify!($arg), ": ", stringify!($ty), ", ",)* "context)" $(, " -> ", stringify!($ret))?),
                concat!($($doc),*),
            ),)*];
        }

        /// How many functions there are.
        pub const FUNCTION_COUNT: usize = Function::ALL.len();

        // The index of a function is its place in the table.
        const _: () = {
            let first = core::mem::offset_of!(Context, close);
            $(assert!(core::mem::offset_of!(Context, $name) == first + $index * size_of::<usize>());)*
        };
    };
}
for_each_function!(define {});

// SAFETY: what changes in a context is atomic; a reference in it is used only while attached.
unsafe impl Sync for Context {}
// SAFETY: as above.
unsafe impl Send for Context {}
