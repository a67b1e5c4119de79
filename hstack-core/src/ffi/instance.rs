//! Instances of classes: made, and their fields.

use super::{Api, Found, Live, Place, Raw};
use crate::class::{Class, Container};
use crate::convert::Temp;
use crate::error::{Error, Result};
use crate::frame::Frame;
use hstack_sys::{Ref, TypeDef};
use std::mem::MaybeUninit;
use std::sync::atomic::Ordering;

/// A constant array whose places are all written.
pub(crate) const fn assume_written<T: Copy, const N: usize>(all: [MaybeUninit<T>; N]) -> [T; N] {
    // SAFETY: the caller is `class::join`, which writes every place; same layout.
    unsafe { *(&raw const all).cast::<[T; N]>() }
}

impl<'a, 'f> Api<'a, 'f> {
    /// A new type.
    #[inline]
    pub(crate) fn class(
        self,
        definition: &'static TypeDef,
        module: Live<'_>,
        base: Option<Live<'_>>,
    ) -> Result<Temp<'a, 'f>> {
        // SAFETY: a static definition.
        unsafe { self.type_new(Raw::new(definition), module, base) }
    }

    #[inline]
    pub(crate) fn load(
        self,
        owner: Live<'_>,
        definition: &'static TypeDef,
        index: usize,
        found: &mut Found<'_, '_>,
    ) -> Result {
        // SAFETY: a static definition, and the callers' keys are those of the owner's class.
        unsafe { self.field_load(owner, Raw::new(definition), index, &mut found.slot)? };
        Ok(())
    }

    #[inline]
    pub(crate) fn store(
        self,
        owner: Live<'_>,
        definition: &'static TypeDef,
        index: usize,
        value: Option<Live<'_>>,
    ) -> Result {
        // SAFETY: as above.
        unsafe { self.field_store(owner, Raw::new(definition), index, value)? };
        Ok(())
    }

    /// A new instance without arguments for a base.
    #[inline(always)]
    pub(crate) fn instance(self, class: Live<'_>, definition: &'static TypeDef) -> Result<Temp<'a, 'f>> {
        // SAFETY: a static definition.
        unsafe { self.instance_new(class, Raw::new(definition)) }
    }

    /// The same, of exactly the definition's class.
    #[inline(always)]
    pub(crate) fn own_instance(self, class: Live<'_>, definition: &'static TypeDef) -> Result<Temp<'a, 'f>> {
        let ctx = self.0.ctx();
        let alloc = ctx.get().accelerators.types.alloc;
        if alloc == 0 || definition.plain.load(Ordering::Relaxed) == 0 {
            return self.instance(class, definition);
        }
        // SAFETY: the provider publishes where a type has its allocator, and that it is enough for this one.
        let new = unsafe {
            let place = class.raw().0.as_ptr().byte_add(alloc as usize);
            let allocate = place.cast::<unsafe extern "C" fn(Ref, isize) -> Option<Ref>>().read();
            allocate(class.raw(), 0)
        };
        match new {
            // SAFETY: a new reference, ours.
            Some(new) => Ok(unsafe { Temp::new(self.0, new) }),
            None => Err(Error::take(self.0)),
        }
    }

    /// A new instance.
    #[inline]
    pub(crate) fn instance_with(
        self,
        class: Live<'_>,
        definition: &'static TypeDef,
        arguments: Option<Live<'_>>,
        keywords: Option<Live<'_>>,
    ) -> Result<Temp<'a, 'f>> {
        // SAFETY: a static definition.
        unsafe { self.instance_new_with(class, Raw::new(definition), arguments, keywords) }
    }

    #[inline]
    pub(crate) fn replace(
        self,
        owner: Live<'_>,
        definition: &'static TypeDef,
        index: usize,
        value: Option<Live<'_>>,
        found: &mut Found<'_, '_>,
    ) -> Result {
        // SAFETY: as above.
        unsafe { self.field_swap(owner, Raw::new(definition), index, value, &mut found.slot)? };
        Ok(())
    }
}

impl<'f> Frame<'f> {
    /// Whether an object's type is exactly this one.
    #[inline(always)]
    pub(crate) fn is_exactly(&self, object: Live<'_>, class: Live<'_>) -> bool {
        let offset = self.ctx().get().accelerators.type_offset as usize;
        // SAFETY: the provider publishes where an object keeps its type.
        offset != 0 && unsafe { object.raw().0.as_ptr().byte_add(offset).cast::<Ref>().read() == class.raw() }
    }
}

/// Sets a field of a new instance.
///
/// # Safety
/// The object is an instance of `C`, which has a field of the value's type there.
#[inline(always)]
pub unsafe fn write_field<C: Class>(
    f: &Frame<'_>,
    object: Live<'_>,
    index: usize,
    value: Option<Live<'_>>,
) -> Result {
    match value {
        None => Ok(()),
        value => f.api().store(object, &C::definition().type_def, index, value),
    }
}

/// Fills a field with many references of a new instance.
///
/// # Safety
/// The object is an instance of `C`, which has such a field there.
#[inline]
pub unsafe fn write_container<'f, C: Class, F: Container>(
    f: &Frame<'f>,
    object: Live<'_>,
    index: usize,
    items: F::Items<'f>,
) -> Result {
    F::fill(f, Place { owner: object, definition: &C::definition().type_def, index }, items)
}
