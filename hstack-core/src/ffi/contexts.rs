//! Which context an entry point works with.
//!
//! One static is right as long as a single module object was made from this binary. From the second one
//! on (another interpreter, a reload) it says so for good, and the providers find the context from
//! `self`. There may be several: a debug context comes from another binary than a plain one. And one
//! provider may serve several extensions, so what it finds counts only when it is a context of ours.

use super::Ctx;
use core::ffi::c_void;
use hstack_sys::{Context, Ref};
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{PoisonError, RwLock};

/// The context of the only module object that there ever was; null before it, [`MANY`] after it.
static SINGLE: AtomicPtr<Context> = AtomicPtr::new(null_mut());
/// There was more than one.
const MANY: *mut Context = std::ptr::dangling_mut();
/// `Context::orphan` of the last provider: any provider knows what our types look like.
static ORPHAN: AtomicPtr<Context> = AtomicPtr::new(null_mut());
/// The addresses of the contexts that our modules have now, the newest last.
static ALL: RwLock<Vec<usize>> = RwLock::new(Vec::new());
/// `Context::resolve` of each provider that ever gave us a context, then nulls.
static RESOLVERS: [AtomicPtr<c_void>; 8] = [const { AtomicPtr::new(null_mut()) }; 8];

/// `Context::resolve`
type Resolve = unsafe extern "C" fn(Option<Ref>) -> *const Context;

/// The context of an entry point that gets these references. The first one that belongs to a module of
/// ours says it: an operator's first operand need not be an object of ours.
#[inline(always)]
pub(super) fn context<const N: usize>(references: [Option<Ref>; N]) -> Ctx {
    let single = SINGLE.load(Ordering::Relaxed);
    let context = if single.addr() <= MANY.addr() {
        // A copy, so that they stay in registers elsewhere.
        let copies = references;
        found(&copies)
    } else {
        single
    };
    // SAFETY: the caller's module is alive while its functions run, and so is its context.
    unsafe { Ctx::new(context) }
}

/// The context for the collector, which may come when the module is gone already.
#[inline(always)]
pub(super) fn context_for_collector(this: Ref) -> Ctx {
    let single = SINGLE.load(Ordering::Relaxed);
    let context = if single.addr() <= MANY.addr() { found_or_orphan(this) } else { single };
    // SAFETY: as above, or the orphan, which lives as long as the process.
    unsafe { Ctx::new(context) }
}

/// The context for a finalizer, which may come when the module is gone already: then there is none.
#[inline(always)]
pub(super) fn context_if_any(this: Ref) -> Option<Ctx> {
    let single = SINGLE.load(Ordering::Relaxed);
    let context = if single.addr() <= MANY.addr() { find(&[Some(this)])? } else { single };
    // SAFETY: as above.
    Some(unsafe { Ctx::new(context) })
}

/// The context for what the interpreter drops, which may be after everything of ours is gone.
#[inline(never)]
pub(super) fn context_for_drop() -> Ctx {
    // SAFETY: the orphan of a provider lives as long as the process, and there was one before there was anything
    // to drop.
    unsafe { Ctx::new(ORPHAN.load(Ordering::Acquire)) }
}

#[cold]
#[inline(never)]
fn find(references: &[Option<Ref>]) -> Option<*const Context> {
    references.iter().flatten().find_map(|&reference| owner(reference)).or_else(newest_here)
}

#[cold]
#[inline(never)]
fn found(references: &[Option<Ref>]) -> *const Context {
    let context = find(references);
    context.expect("an entry point was called from an interpreter that has not imported its module")
}

#[cold]
#[inline(never)]
fn found_or_orphan(this: Ref) -> *const Context {
    owner(this).unwrap_or_else(|| ORPHAN.load(Ordering::Acquire))
}

/// The context of the module that an object belongs to, when that is one of ours.
fn owner(this: Ref) -> Option<*const Context> {
    RESOLVERS.iter().find_map(|resolver| {
        let resolver = resolver.load(Ordering::Acquire);
        if resolver.is_null() {
            return None;
        }
        // SAFETY: stored in `remember` with this type; valid as long as the process. The object lives,
        // and the thread is attached: an entry point was called with it.
        let context = unsafe { std::mem::transmute::<*mut c_void, Resolve>(resolver)(Some(this)) };
        let ours = ALL.read().unwrap_or_else(PoisonError::into_inner).contains(&context.addr());
        ours.then_some(context)
    })
}

/// The newest of our contexts that belong to the interpreter of this thread.
fn newest_here() -> Option<*const Context> {
    let all = ALL.read().unwrap_or_else(PoisonError::into_inner);
    all.iter().rev().map(|&context| context as *const Context).find(|&context| {
        // SAFETY: a context is in the list while it lives. The function needs no attachment and runs no
        // Python code.
        unsafe { Ctx::new(context).thread_attached() == 1 }
    })
}

/// A context of ours is about to be used.
pub(super) fn remember(ctx: Ctx) {
    let context = ctx.as_ptr().cast_mut();
    let resolve = ctx.get().resolve as *mut c_void;
    let known = RESOLVERS.iter().any(|resolver| {
        let old = resolver.compare_exchange(null_mut(), resolve, Ordering::AcqRel, Ordering::Acquire);
        old.is_ok() || old == Err(resolve)
    });
    assert!(known, "more than {} providers gave this binary a context", RESOLVERS.len());
    ORPHAN.store(ctx.get().orphan.cast_mut(), Ordering::Release);
    ALL.write().unwrap_or_else(PoisonError::into_inner).push(context.expose_provenance());
    if SINGLE.compare_exchange(null_mut(), context, Ordering::AcqRel, Ordering::Acquire).is_err() {
        SINGLE.store(MANY, Ordering::Release);
    }
}

/// A context of ours is about to go.
pub(super) fn forget(ctx: Ctx) {
    let context = ctx.as_ptr().cast_mut();
    ALL.write().unwrap_or_else(PoisonError::into_inner).retain(|&other| other != context.addr());
    let _ = SINGLE.compare_exchange(context, MANY, Ordering::AcqRel, Ordering::Acquire);
}
