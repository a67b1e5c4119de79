//! The ABI between an extension and whatever runs it.
//!
//! An extension never sees an interpreter: it is handed a [`Context`], a C table of functions and
//! constants, and everything it does goes through that table. This crate says what the table and
//! the structures around it look like, and has no logic of its own.
//!
//! * [`for_each_function!`] lists every function of the table once. The struct, the callers of the
//!   `hstack-core` crate, the providers' tables and their wrappers are all generated from it.
//! * [`for_each_constant!`] does the same for the constants.
//! * [`ModuleDef`], [`FunctionDef`] and [`TypeDef`] are how an extension describes itself.
//!
//! # Rules
//!
//! * Every function takes the context **last**. In the C calling conventions of the supported
//!   targets a callee ignores a trailing argument, so an interpreter's own function can stand in
//!   the table with nothing in between.
//! * A reference that a function returns is **owned** by the caller; references that it takes are
//!   borrowed for the call. Nothing steals, nothing returns a borrowed reference.
//! * A table is complete, except in a context of the provider that is linked into the extension: there
//!   null means that the extension calls this provider's function of the name, so that its binary
//!   holds only those that it calls.
//! * A failed call leaves an exception pending: a null reference, [`Status`] or [`Size`] below zero.
//! * Every struct that crosses starts with its size.
//!
//! The ABI is at version 0: a change moves [`ABI_VERSION`], and another version is refused.
#![no_std]

mod accelerators;
mod api;
mod buffer;
mod constants;
mod context;
mod definitions;
pub mod kind;
mod reference;

pub use accelerators::{Accelerators, Counting, Items, Numbers, Texts, Types};
pub use buffer::{BUFFER_MAX_DIMENSIONS, Buffer, StrBuilder, StrView, buffer_flags};
pub use constants::{Constant, ConstantKind};
pub use context::{ABI_VERSION, CONSTANT_CAPACITY, Context, FUNCTION_COUNT, Function, Hooks};
pub use definitions::{
    Attach, Closure, ClosureCall, Convention, FunctionDef, GetSetDef, ModuleDef, ModuleExport, SHARED_CLASS,
    SharedClass, SharedDef, SharedField, SlotDef, TypeDef, VisitFn, slot, type_flags,
};
pub use reference::{Attachment, Flag, Object, Ref, Size, Status, ThreadState};
