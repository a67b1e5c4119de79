//! Instances of classes: payloads and fields.
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
use super::{Api, Ctx, Found, Live, Place, Raw};
use crate::class::{Class, Container};
use crate::convert::Temp;
use crate::error::{Error, Result};
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::Any;
use core::ffi::{c_int, c_void};
use hstack_sys::{Ref, TypeDef, VisitFn};
use std::cell::Cell;
use std::mem::MaybeUninit;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;

/// A constant array whose places are all written.
pub(crate) const fn assume_written<T: Copy, const N: usize>(all: [MaybeUninit<T>; N]) -> [T; N] {
    // SAFETY: the caller is `class::join`, which writes every place; same layout.
    unsafe { *(&raw const all).cast::<[T; N]>() }
}

impl Ctx {
    /// Where an instance's payload is.
    ///
    /// # Safety
    /// `object` is an instance of the definition's type; attached.
    #[inline(always)]
    unsafe fn payload(self, object: Ref, definition: &'static TypeDef) -> *mut c_void {
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
    /// Writes the payload of a new instance.
    ///
    /// # Safety
    /// The object is an instance of `C` that has no such payload yet.
    #[inline(always)]
    pub(crate) unsafe fn write_payload<C: Class>(&self, object: Live<'_>, payload: C) {
        // SAFETY: as the caller says; the place has the size and alignment that the definition asks for.
        unsafe { self.place::<C>(object.raw()).cast::<C::Stored>().write(C::Stored::store(payload)) };
    }

    /// Whether an object's type is exactly this one.
    #[inline(always)]
    pub(crate) fn is_exactly(&self, object: Live<'_>, class: Live<'_>) -> bool {
        let offset = self.ctx().get().accelerators.type_offset as usize;
        // SAFETY: the provider publishes where an object keeps its type.
        offset != 0 && unsafe { object.raw().0.as_ptr().byte_add(offset).cast::<Ref>().read() == class.raw() }
    }
}

/// The slots that every class has. `C-unwind`, so that the provider's guards run in the direct build too.
pub(crate) struct Slots<C>(std::marker::PhantomData<C>);

impl<C: Class> Slots<C> {
    /// `tp_dealloc`
    pub(crate) unsafe extern "C-unwind" fn free(this: Ref) {
        let ctx = super::contexts::context_for_collector(this);
        let definition = &C::definition().type_def;
        let accelerators = &ctx.get().accelerators;
        let free = accelerators.types.free as usize;
        // SAFETY: the interpreter calls it once, attached, when no reference is left. The provider publishes
        // where an object has its type and that what frees its memory, and that there is nothing else.
        unsafe {
            if free == 0 || definition.plain.load(Ordering::Relaxed) == 0 {
                return ctx.instance_free(this, definition);
            }
            if std::mem::needs_drop::<C::Stored>()
                && !drop_nested(ctx.payload(this, definition), Self::drop_payload)
            {
                return ctx.instance_free(this, definition);
            }
            let class = this.0.as_ptr().byte_add(accelerators.type_offset as usize).cast::<Ref>().read();
            let free = class.0.as_ptr().byte_add(free).cast::<unsafe extern "C" fn(Ref)>().read();
            free(this);
            ctx.release(class);
        }
    }

    /// `tp_traverse`
    pub(crate) unsafe extern "C-unwind" fn traverse(
        this: Ref,
        visit: VisitFn,
        argument: *mut c_void,
    ) -> c_int {
        // SAFETY: the interpreter's collector calls it.
        unsafe {
            super::contexts::context_for_collector(this)
                .instance_traverse(this, &C::definition().type_def, visit, argument)
                .0
        }
    }

    /// `tp_clear`
    pub(crate) unsafe extern "C-unwind" fn clear(this: Ref) -> c_int {
        // SAFETY: the interpreter's collector calls it.
        unsafe {
            super::contexts::context_for_collector(this).instance_clear(this, &C::definition().type_def)
        };
        0
    }

    /// Drops a payload in place. A panic in a destructor has nowhere to go.
    pub(crate) unsafe extern "C" fn drop_payload(payload: *mut c_void) {
        // SAFETY: the provider calls it once, with a payload that was written.
        let dropped =
            catch_unwind(AssertUnwindSafe(|| unsafe { payload.cast::<C::Stored>().drop_in_place() }));
        if let Err(panic) = dropped {
            std::mem::forget(panic);
        }
    }
}

/// How deep payloads may be dropped inside of each other: a chain of instances must not use up the native
/// stack. The provider lets those wait that are deeper.
const DEEPEST: u32 = 40;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// Drops a payload, unless it is too deep inside of others: whether it did.
///
/// # Safety
/// `drop` may be called with the payload.
#[inline(never)]
unsafe fn drop_nested(payload: *mut c_void, drop: unsafe extern "C" fn(*mut c_void)) -> bool {
    DEPTH.with(|depth| {
        let outer = depth.get();
        if outer >= DEEPEST {
            return false;
        }
        depth.set(outer + 1);
        // SAFETY: the caller's promise.
        unsafe { drop(payload) };
        depth.set(outer);
        true
    })
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

/// The slot entries of a class, for the macros.
pub mod of {
    use super::*;

    /// An `__init__` that does nothing: the constructor of the class has passed on what its base wants.
    #[inline]
    pub const fn no_init() -> *const c_void {
        unsafe extern "C" fn entry(_: Ref, _: Ref, _: Option<Ref>) -> c_int {
            0
        }
        entry as unsafe extern "C" fn(Ref, Ref, Option<Ref>) -> c_int as *const c_void
    }

    /// The entry of `tp_dealloc`.
    #[inline]
    pub const fn free<C: Class>() -> *const c_void {
        Slots::<C>::free as unsafe extern "C-unwind" fn(Ref) as *const c_void
    }
    /// The entry of `tp_traverse`.
    #[inline]
    pub const fn traverse<C: Class>() -> *const c_void {
        Slots::<C>::traverse as unsafe extern "C-unwind" fn(Ref, VisitFn, *mut c_void) -> c_int
            as *const c_void
    }
    /// The entry of `tp_clear`.
    #[inline]
    pub const fn clear<C: Class>() -> *const c_void {
        Slots::<C>::clear as unsafe extern "C-unwind" fn(Ref) -> c_int as *const c_void
    }
    /// Drops the payload; none when there is nothing to drop.
    #[inline]
    pub const fn drop_payload<C: Class>() -> Option<unsafe extern "C" fn(*mut c_void)> {
        if std::mem::needs_drop::<C::Stored>() { Some(Slots::<C>::drop_payload) } else { None }
    }
}
