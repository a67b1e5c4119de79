//! What stays on its thread, in words that the compiler shows.
//!
//! Handles, frames and what borrows them are neither `Send` nor `Sync`. Their fields alone would see to
//! that, with one message for each field that mentions none of this; so they are `Send` and `Sync` where
//! [`AnyThread`] holds, which it does for nothing.

use crate::convert::Temp;
use crate::frame::{Frame, Scope};
use crate::handle::Handle;

/// Nothing implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` stays on its thread, and so does what holds it",
    label = "a frame belongs to the thread that is attached, and handles to their frame",
    note = "make a `Global` of a handle; the other thread gets a frame of its own with `Interpreter::attach`"
)]
pub trait AnyThread {}

macro_rules! stays {
    ($([$($parameters:tt)*] $ty:ty;)*) => { $(
        // SAFETY: never holds.
        unsafe impl<$($parameters)*> Send for $ty where Self: AnyThread {}
        // SAFETY: never holds.
        unsafe impl<$($parameters)*> Sync for $ty where Self: AnyThread {}
    )* };
}
stays! {
    ['f, T] Handle<'f, T>;
    ['f] Frame<'f>;
    ['s, 'f] Scope<'s, 'f>;
    ['a, 'f] Temp<'a, 'f>;
}
