//! How instances end: `tp_dealloc`, `tp_traverse`, `tp_clear`.

use crate::class::Class;
use core::ffi::{c_int, c_void};
use hstack_sys::{Ref, VisitFn};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;

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
