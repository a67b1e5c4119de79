//! A reference on its way between two calls.

use crate::ffi::Live;
use crate::frame::Frame;
use hstack_sys::Ref;
use std::mem::ManuallyDrop;

/// One owned reference that is in no frame yet.
///
/// It borrows the frame, so it exists only while attached and cannot move to a thread that is not.
/// Conversions pass them around: what becomes a number is closed at once, what becomes a handle is
/// [pushed](Frame::push_temp).
pub struct Temp<'a, 'f> {
    reference: Ref,
    frame: &'a Frame<'f>,
}

impl<'a, 'f> Temp<'a, 'f> {
    /// # Safety
    /// The caller owns the reference and gives it up; it belongs to the frame's interpreter.
    #[inline(always)]
    pub(crate) unsafe fn new(frame: &'a Frame<'f>, reference: Ref) -> Self {
        Temp { reference, frame }
    }

    /// One more reference to an object that is alive.
    #[inline(always)]
    pub(crate) fn of(frame: &'a Frame<'f>, object: Live<'_>) -> Self {
        // SAFETY: the object is alive, and the frame proves that the thread is attached.
        Temp { reference: unsafe { frame.ctx().retain(object.raw()) }, frame }
    }

    #[inline(always)]
    pub(crate) fn live(&self) -> Live<'_> {
        // SAFETY: owned, so alive as long as `self`.
        unsafe { Live::new(self.reference) }
    }

    #[inline(always)]
    pub(crate) fn raw(&self) -> Ref {
        self.reference
    }

    #[inline(always)]
    pub(crate) fn into_raw(self) -> Ref {
        ManuallyDrop::new(self).reference
    }
}

impl Drop for Temp<'_, '_> {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: owned; the frame proves that the thread is attached.
        unsafe { self.frame.ctx().release(self.reference) }
    }
}
