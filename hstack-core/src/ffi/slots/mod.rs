//! Entry points with the shapes of type slots.

mod compare;
mod construct;
mod finalize;
mod item;
mod memory;
mod outcome;

pub use compare::*;
pub use construct::*;
pub use finalize::*;
pub use item::*;
pub use memory::*;
pub use outcome::*;

use super::entry::{Code, Returned, lent, run_lent};
use super::exclusive::{BorrowedMut, Exclusive, Stored, Who};
use super::payload::own_stored;
use crate::class::Class;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::Any;
use core::ffi::c_int;
use hstack_sys::Ref;

// The shapes of entries that generic functions are made into.
pub(crate) type Unary = unsafe extern "C" fn(Ref) -> Option<Ref>;
pub(crate) type Binary = unsafe extern "C" fn(Ref, Ref) -> Option<Ref>;
pub(crate) type Compare = unsafe extern "C" fn(Ref, Ref, c_int) -> Option<Ref>;
pub(crate) type Length = unsafe extern "C" fn(Ref) -> isize;

/// `tp_repr`, `tp_iter`, `nb_negative`, ..: one object in, one out.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn unary(
    this: Ref,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>) -> Result<Returned>,
) -> Option<Ref> {
    // SAFETY: as for the other entries.
    unsafe { super::entry::no_arguments(this, body) }
}

/// `nb_add`, `mp_subscript`, ..: two objects in, one out.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn binary(
    left: Ref,
    right: Ref,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>, Handle<'f, Any>) -> Result<Returned>,
) -> Option<Ref> {
    // SAFETY: as for the other entries.
    unsafe { super::entry::one_argument(left, right, body) }
}

/// `tp_iternext`: none without an exception is the end.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn next(
    this: Ref,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>) -> Result<Option<Returned>>,
) -> Option<Ref> {
    // SAFETY: as for the other entries.
    unsafe {
        run_lent([this], [], |f, [this], []| {
            body(f, lent(f, this)).map(|found| found.and_then(Returned::into_code))
        })
    }
}

/// `mp_length`, `tp_hash`, `nb_bool`: one object in, a number out.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn number<C: Code>(
    this: Ref,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>) -> Result<C>,
) -> C {
    // SAFETY: as for the other entries.
    unsafe { run_lent([this], [], |f, [this], []| body(f, lent(f, this))) }
}

/// `sq_contains`: two objects in, a truth out.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn test(
    this: Ref,
    item: Ref,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>, Handle<'f, Any>) -> Result<c_int>,
) -> c_int {
    // SAFETY: the interpreter lends both.
    unsafe { run_lent([this, item], [], |f, [this, item], []| body(f, lent(f, this), lent(f, item))) }
}

/// `nb_power`: three objects in, one out. The last is `None` where there is no modulus.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn ternary(
    left: Ref,
    right: Ref,
    modulus: Ref,
    body: impl for<'f> FnOnce(
        &mut Frame<'f>,
        Handle<'f, Any>,
        Handle<'f, Any>,
        Handle<'f, Any>,
    ) -> Result<Returned>,
) -> Option<Ref> {
    // SAFETY: the interpreter lends all three.
    unsafe {
        run_lent([left, right, modulus], [], |f, [left, right, modulus], []| {
            body(f, lent(f, left), lent(f, right), lent(f, modulus)).map(Returned::into_code)
        })
    }
}

/// The receiver of a method: the interpreter has checked its type.
///
/// # Errors
/// `TypeError` for an instance that was made without its constructor.
#[inline(always)]
pub fn receiver<'f, C: Class>(f: &Frame<'f>, this: Handle<'f, Any>) -> Result<Handle<'f, C>> {
    f.check_payload::<C>(this.live())?;
    // SAFETY: a method or slot of the class's type object gets an instance of it.
    Ok(unsafe { this.cast_unchecked() })
}

/// A shared borrow of the payload of [`receiver`].
///
/// # Errors
/// As there, and `RuntimeError` while it is borrowed exclusively.
#[inline(always)]
pub fn share<'f, C: Class>(
    f: &Frame<'f>,
    this: Handle<'f, Any>,
    who: Who,
) -> Result<<C::Stored as Stored<C>>::Shared<'f>> {
    own_stored::<C>(f, this)?.share(who)
}

/// An exclusive borrow of it.
///
/// # Errors
/// As there, and `RuntimeError` while it is borrowed.
#[inline]
pub fn exclude<'f, C: Exclude>(f: &Frame<'f>, this: Handle<'f, Any>, who: Who) -> Result<BorrowedMut<'f, C>> {
    own_stored::<C>(f, this)?.borrow_mut(who)
}

/// A class whose methods may take `&mut self`.
#[diagnostic::on_unimplemented(
    message = "instances of `{Self}` are shared, so a method takes `&self`",
    label = "a method takes `&mut self`",
    note = "change values through an `Atomic` or a `Lock` in the struct, or write `#[class(exclusive)]`, which checks borrows at run time"
)]
pub trait Exclude: Class<Stored = Exclusive<Self>> {}
