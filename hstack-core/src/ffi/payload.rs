//! The payloads of instances.
//!
//! # Why a payload can be borrowed for the frame
//!
//! 1. A handle of a class is made only from an object that passed its check, which asks for the payload
//!    where the type alone does not prove it; the provider makes objects of that type only from our
//!    definition.
//! 2. The payload is written by [`Frame::write_payload`] before anyone else can see the object.
//! 3. It is never moved or overwritten, and dropped only by the dealloc slot, when no reference is
//!    left; the handle's frame keeps one.
//! 4. It is `Sync` and only ever borrowed shared.

use super::exclusive::{Borrowed, BorrowedMut, Exclusive, Stored};
use super::slots::receiver;
use super::{Ctx, Live, Raw};
use crate::class::Class;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::Any;
use core::ffi::c_void;
use hstack_sys::{Ref, TypeDef};
use std::sync::atomic::Ordering;

impl Ctx {
    /// Where an instance's payload is.
    ///
    /// # Safety
    /// `object` is an instance of the definition's type; attached.
    #[inline(always)]
    pub(super) unsafe fn payload(self, object: Ref, definition: &'static TypeDef) -> *mut c_void {
        let offset = definition.payload_offset.load(Ordering::Relaxed);
        // SAFETY: the provider published the offset; a provider that wraps references has hooks, and
        // its references are not addresses.
        unsafe {
            if offset != 0 && self.get().hooks.is_null() {
                object.0.as_ptr().byte_add(offset).cast()
            } else {
                self.instance_payload(object, definition)
            }
        }
    }
}

impl<'f> Frame<'f> {
    /// Where an instance's payload is.
    ///
    /// # Safety
    /// `object` is an instance of `C`, and has a payload, or just gets one.
    #[inline(always)]
    unsafe fn place<C: Class>(&self, object: Ref) -> *mut c_void {
        // SAFETY: as the caller says.
        unsafe {
            if C::SHARED
                && let Some(maker) = self.maker::<C>()
            {
                return maker.payload(object);
            }
            self.ctx().payload(object, &C::definition().type_def)
        }
    }

    /// Whether an instance has its payload. Where the payload stands at a fixed place, it always has;
    /// elsewhere Python code can make instances without our constructor (PyPy's `object.__new__`).
    #[inline(always)]
    pub(crate) fn check_payload<C: Class>(&self, object: Live<'_>) -> Result {
        if C::SHARED
            && let Some(maker) = self.maker::<C>()
        {
            return maker.check(self, object);
        }
        let definition = &C::definition().type_def;
        if definition.payload_offset.load(Ordering::Relaxed) != 0 {
            return Ok(());
        }
        self.look_for_payload(object, definition)
    }

    #[cold]
    #[inline(never)]
    fn look_for_payload(&self, object: Live<'_>, definition: &'static TypeDef) -> Result {
        // SAFETY: the callers have checked the object's type; a static definition.
        unsafe { self.api().instance_payload(object, Raw::new(definition))? };
        Ok(())
    }
}

impl<'f, C: Class<Stored = Exclusive<C>>> Handle<'f, C> {
    /// Borrows the Rust value of an instance of a class with `#[class(exclusive)]`.
    ///
    /// # Errors
    /// `RuntimeError` while something borrows it mutably.
    #[inline]
    pub fn borrow(self, f: &Frame<'f>) -> Result<Borrowed<'f, C>> {
        self.stored(f).borrow(&"Handle::borrow")
    }

    /// Borrows the Rust value of an instance of a class with `#[class(exclusive)]` mutably.
    ///
    /// # Errors
    /// `RuntimeError` while something borrows it.
    #[inline]
    pub fn borrow_mut(self, f: &Frame<'f>) -> Result<BorrowedMut<'f, C>> {
        self.stored(f).borrow_mut(&"Handle::borrow_mut")
    }
}

/// The payloads of the receiver of a slot and of another operand, when that is an instance of the class too.
///
/// # Errors
/// `TypeError` for one that was made without its constructor.
#[inline(always)]
pub(crate) fn both_stored<'f, C: Class>(
    f: &Frame<'f>,
    this: Handle<'f, Any>,
    other: Handle<'f, Any>,
) -> Result<Option<(&'f C::Stored, &'f C::Stored)>> {
    let payload = C::definition().type_def.payload_offset.load(Ordering::Relaxed);
    // Where this is published, references are addresses.
    let class = f.ctx().get().accelerators.type_offset as usize;
    // SAFETY: the provider publishes where an object has its type and, where that is the same for every
    // instance, its payload. The receiver is an instance, and so is what has the same type.
    unsafe {
        let class_of = |object: Handle<'f, Any>| object.raw().0.as_ptr().byte_add(class).cast::<Ref>().read();
        if payload != 0 && class != 0 && class_of(this) == class_of(other) {
            let stored = |object: Handle<'f, Any>| &*object.raw().0.as_ptr().byte_add(payload).cast();
            return Ok(Some((stored(this), stored(other))));
        }
    }
    let this = receiver::<C>(f, this)?;
    Ok(other.try_cast::<C>(f).map(|other| (this.stored(f), other.stored(f))))
}

/// The payload of the receiver of a method or slot, as it is stored: the interpreter has checked its type.
///
/// # Errors
/// `TypeError` for an instance that was made without its constructor.
#[inline(always)]
pub(crate) fn own_stored<'f, C: Class>(f: &Frame<'f>, this: Handle<'f, Any>) -> Result<&'f C::Stored> {
    let offset = C::definition().type_def.payload_offset.load(Ordering::Relaxed);
    if offset != 0 && f.ctx().get().hooks.is_null() {
        // SAFETY: as in `Ctx::payload`; argued above.
        return Ok(unsafe { &*this.raw().0.as_ptr().byte_add(offset).cast() });
    }
    Ok(receiver::<C>(f, this)?.stored(f))
}

impl<'f, C: Class> Handle<'f, C> {
    /// The payload as it is stored.
    #[inline(always)]
    pub(crate) fn stored(self, f: &Frame<'f>) -> &'f C::Stored {
        // SAFETY: argued above.
        unsafe { &*f.place::<C>(self.raw()).cast() }
    }
}

impl<'f, C: Class<Stored = C>> Handle<'f, C> {
    /// The Rust value of an instance. It lives as long as the frame and stays usable inside
    /// [`Frame::detach`], on other threads too.
    #[inline(always)]
    pub fn payload(self, f: &Frame<'f>) -> &'f C {
        self.stored(f)
    }
}

impl<'f> Frame<'f> {
    /// Writes the payload of a new instance.
    ///
    /// # Safety
    /// The object is an instance of `C` that has no such payload yet.
    #[inline(always)]
    pub(crate) unsafe fn write_payload<C: Class>(&self, object: Live<'_>, payload: C) {
        // SAFETY: as the caller says; the place has the size and alignment that the definition asks for.
        unsafe { self.place::<C>(object.raw()).cast::<C::Stored>().write(C::Stored::store(payload)) };
    }
}

/// Writes the payload of a new instance.
///
/// # Safety
/// The object is an instance of `C` that has no such payload yet.
#[inline(always)]
pub unsafe fn write_payload<C: Class>(f: &Frame<'_>, object: Live<'_>, payload: C) {
    // SAFETY: as the caller says.
    unsafe { f.write_payload(object, payload) }
}
