//! What the code that the macros write calls: `hstack::macros`. Not for people.

#[path = "derive.rs"]
pub mod derive;

pub use crate::args::{Arguments, Bound, Signature};
pub use crate::buffer::memory::MemoryOutcome;
pub use crate::class::{
    Base, BaseArgs, ClassAttribute, ClassItems, Container, DefaultItems, Definition, Given, Instance,
    MethodsOf, OneMethodsBlockPerClass, Outer, Part, Payload, Readable, Writable, alignment, class,
    definition, fields, is_instance, join, join_defaults, join_slots, made, missing,
};
pub use crate::ffi::dealloc::of;
pub use crate::ffi::derived;
pub use crate::ffi::entry::{
    CLEAR, DETACH, Outcome, Returned, TRAVERSE, arguments, attach, bound, export, lent, no_arguments,
    one_argument, run,
};
pub use crate::ffi::exclusive::{Exclusive, Lend};
pub use crate::ffi::instance::{write_container, write_field};
pub use crate::ffi::members::{self, Enumeration, Member};
pub use crate::ffi::payload::write_payload;
pub use crate::ffi::pickle::{self, Pickle};
pub use crate::ffi::shared;
pub use crate::ffi::{Live, slots};
pub use crate::types::CompareOp;
pub use hstack_cpython as provider;
pub use hstack_sys::{
    ABI_VERSION, Buffer, Context, Convention, FunctionDef, GetSetDef, ModuleDef, Ref, SharedDef, SharedField,
    SlotDef, Status, TypeDef, slot, type_flags,
};

use crate::convert::FromPy;
use crate::error::{Error, Result, in_argument};
use crate::exceptions::{AttributeError, OverflowError, TypeError, ValueError};
use crate::frame::Frame;
use crate::handle::Handle;
pub use crate::name::Interned;
use crate::types::{Any, Module, Type};

/// Converts an argument; an error names it.
#[inline(always)]
pub fn argument<'f, T: FromPy<'f>>(f: &Frame<'f>, given: Handle<'f, Any>, name: &str) -> Result<T> {
    match T::from_py(f, given) {
        Ok(value) => Ok(value),
        Err(error) => Err(in_argument(f, name, error)),
    }
}

/// The result of a converter of one's own; an error names the argument.
pub fn named<T>(f: &Frame<'_>, name: &str, result: Result<T>) -> Result<T> {
    result.map_err(|error| in_argument(f, name, error))
}

/// The default of a parameter that has none: binding has refused the call.
#[cold]
pub fn absent<T>() -> T {
    unreachable!("binding fills every required parameter")
}

/// The value of a property.
#[inline(always)]
pub fn read<'f, T: Readable<'f>>(place: &'f T, f: &mut Frame<'f>) -> Result<Returned> {
    place.read(f)
}

/// Sets the value of a property of a class with `#[class(exclusive)]`. Neither the conversion nor the
/// end of the old value may find the object borrowed.
#[inline]
pub fn assign<'f, C: slots::Exclude, T: FromPy<'f>>(
    f: &Frame<'f>,
    this: Handle<'f, Any>,
    who: &'static &'static str,
    value: Handle<'f, Any>,
    place: impl FnOnce(&mut C) -> &mut T,
) -> Result {
    let value = T::from_py(f, value)?;
    let mut payload = slots::exclude::<C>(f, this, who)?;
    let old = std::mem::replace(place(&mut payload), value);
    drop(payload);
    drop(old);
    Ok(())
}

/// Sets the value of a property.
#[inline(always)]
pub fn write<'f, T: Writable<'f>>(place: &T, f: &mut Frame<'f>, value: Handle<'f, Any>) -> Result {
    place.write(f, value)
}

/// The module that a function's self is.
#[inline(always)]
pub fn module(this: Handle<'_, Any>) -> Handle<'_, Module> {
    // SAFETY: `add_function` makes functions with their module as self.
    unsafe { this.cast_unchecked() }
}

/// Adds a function to its module.
pub fn add_function<'f>(
    f: &Frame<'f>,
    module: Handle<'f, Module>,
    name: &str,
    definition: &'static FunctionDef,
) -> Result {
    let function = f.api().function(definition, Some(module.live()), Some(module.live()))?;
    module.add(f, name, f.push::<Any>(function))
}

/// Adds a module to a module, and fills it.
pub fn add_submodule<'f>(
    f: &mut Frame<'f>,
    parent: Handle<'f, Module>,
    definition: &'static ModuleDef,
    fill: for<'x> fn(&mut Frame<'x>, Handle<'x, Module>) -> Result,
) -> Result {
    let module = f.keep(f.api().submodule(definition, parent.live()))?;
    fill(f, module)
}

/// An `init` function, a setter, `__init__`, `__setitem__` and the like may return nothing or a result.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of an `init` function or a setter, or of a special method that returns nothing",
    label = "neither nothing nor a `Result` of nothing",
    note = "return nothing, or `Result` with an error that becomes `hstack::Error`"
)]
pub trait InitOutcome {
    /// The result.
    fn done(self) -> Result;
}
impl InitOutcome for () {
    #[inline]
    fn done(self) -> Result {
        Ok(())
    }
}
impl<E: Into<Error>> InitOutcome for Result<(), E> {
    #[inline]
    fn done(self) -> Result {
        self.map_err(Into::into)
    }
}

/// See [`InitOutcome`].
pub fn init_outcome(outcome: impl InitOutcome) -> Result {
    outcome.done()
}

/// Which operands are for the other side to handle.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Declined {
    /// Of an operator: those of another type (`TypeError`).
    Types,
    /// Of a comparison: whatever does not convert. An int that is too big is not equal to anything here.
    Values,
}

/// Converts an operand; none when it is for the other side to handle. What else goes wrong is raised.
#[inline(always)]
pub fn operand<'f, T: FromPy<'f>>(
    f: &Frame<'f>,
    given: Handle<'f, Any>,
    declined: Declined,
) -> Result<Option<T>> {
    match T::try_from_py(f, given) {
        Ok(value) => Ok(value),
        Err(error) => decline(f, error, declined).map(|()| None),
    }
}

/// The same for what a converter returned.
#[inline(always)]
pub fn operand_from<T>(f: &Frame<'_>, converted: Result<T>, declined: Declined) -> Result<Option<T>> {
    match converted {
        Ok(value) => Ok(Some(value)),
        Err(error) => decline(f, error, declined).map(|()| None),
    }
}

#[cold]
#[inline]
fn decline(f: &Frame<'_>, error: Error, declined: Declined) -> Result {
    let value = || error.is_instance::<OverflowError>(f) || error.is_instance::<ValueError>(f);
    match error.is_instance::<TypeError>(f) || declined == Declined::Values && value() {
        true => Ok(()),
        false => Err(error),
    }
}

/// The class that a class method or a constructor gets.
#[inline(always)]
pub fn class_of_method<'f>(class: Handle<'f, Any>) -> Handle<'f, Type> {
    // SAFETY: the interpreter calls these with a class.
    unsafe { class.cast_unchecked() }
}

/// The value of a property without a setter is not changed.
#[cold]
pub fn cannot_set(name: &str) -> Error {
    AttributeError::new_err(format!("cannot set '{name}'"))
}

/// The new value of a property that cannot be deleted.
#[inline(always)]
pub fn not_deleted<'f>(value: Option<Handle<'f, Any>>, name: &str) -> Result<Handle<'f, Any>> {
    value.ok_or_else(|| cannot_delete(name))
}

/// Nor deleted without a deleter.
#[cold]
pub fn cannot_delete(name: &str) -> Error {
    AttributeError::new_err(format!("cannot delete '{name}'"))
}

/// Lends the value of a field.
#[inline(always)]
pub fn lend<T>(value: Option<Handle<'_, T>>) -> Option<Live<'_>> {
    value.map(Handle::live)
}
