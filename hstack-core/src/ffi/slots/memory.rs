//! `bf_getbuffer`
//!
//! # Why the memory may be lent for longer than the call
//!
//! The method is general in the lifetime of the instance that it borrows from (the macro writes a function
//! that asks for that), and it gets nothing else. So what it lends is a part of the payload, or static. The
//! payload is never moved and only borrowed shared until the instance is freed, which an export prevents;
//! classes whose payload may be borrowed exclusively are refused.

use crate::buffer::Memory;
use crate::class::Class;
use crate::error::Result;
use crate::ffi::entry::{lent, run_lent};
use crate::ffi::payload::own_stored;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::Any;
use core::ffi::c_int;
use hstack_sys::{Buffer, Ref};

/// Describes the memory of an instance: see [`hstack_sys::SlotDef`].
///
/// # Safety
/// A provider calls the slot; the memory is lent for as long as the instance lives.
#[inline(always)]
pub unsafe fn memory(
    this: Ref,
    buffer: *mut Buffer,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>) -> Result<Memory<'f>>,
) -> c_int {
    // SAFETY: the provider lends the instance and the struct, with room for 64 dimensions.
    unsafe {
        run_lent([this], [], |f, [this], []| {
            let memory = body(f, lent(f, this))?;
            let buffer = &mut *buffer;
            buffer.data = memory.data.cast_mut().cast();
            buffer.len = (memory.len * memory.item_size) as isize;
            buffer.item_size = memory.item_size as isize;
            buffer.readonly = memory.readonly.into();
            buffer.dimensions = memory.lengths().len() as i32;
            buffer.format = memory.format.as_ptr();
            let (shape, strides) = (buffer.shape.cast_mut(), buffer.strides.cast_mut());
            memory.each(|dimension, len, step| {
                shape.add(dimension).write(len as isize);
                strides.add(dimension).write(step);
            });
            Ok(0)
        })
    }
}

/// A payload of class `C` that is only ever shared.
#[diagnostic::on_unimplemented(
    message = "`{C}` is `exclusive`, so its memory may move while Python uses it",
    label = "its methods may take `&mut self`",
    note = "a class that exports memory changes it through atomics: remove `exclusive`"
)]
pub trait Shared<C> {
    /// The payload.
    fn payload(&self) -> &C;
}

impl<C: Class> Shared<C> for C {
    #[inline(always)]
    fn payload(&self) -> &C {
        self
    }
}

/// The payload of an instance, for as long as that lives.
///
/// # Errors
/// `TypeError` for an instance that was made without its constructor.
#[inline(always)]
pub fn shared<'f, C: Class>(f: &Frame<'f>, this: Handle<'f, Any>) -> Result<&'f C>
where
    C::Stored: Shared<C>,
{
    Ok(own_stored::<C>(f, this)?.payload())
}
