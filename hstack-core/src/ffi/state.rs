//! What the extension keeps for each context: nothing Python-side lives in a Rust static.
//!
//! A static holds only an [`Index`], which is the same number in every interpreter; the values are in
//! a table that hangs off the context. Reading one is three loads and never locks.

use super::words::Words;
use super::{Ctx, Home};
use crate::frame::Frame;
use core::ffi::{c_int, c_void};
use hstack_sys::{Context, Ref, VisitFn};
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// A place in the tables of all contexts, for a static. Place 0 is that of an index without one, and
/// stays empty.
pub(crate) struct Index(AtomicUsize);

static NEXT: AtomicUsize = AtomicUsize::new(1);
/// The places of names, sorted by name: a map would be more code, in every extension.
static SHARED: Mutex<Vec<(&str, usize)>> = Mutex::new(Vec::new());

fn next() -> usize {
    let n = NEXT.fetch_add(1, Ordering::Relaxed);
    assert!(n < Words::COUNT, "too many statics with per-interpreter values");
    n
}

impl Index {
    #[inline]
    pub(crate) const fn new() -> Self {
        Index(AtomicUsize::new(0))
    }

    #[inline(always)]
    pub(crate) fn get(&self) -> usize {
        match self.0.load(Ordering::Relaxed) {
            0 => self.assign(),
            n => n,
        }
    }

    /// The place of a name: indices with the same text have one.
    #[inline(always)]
    pub(crate) fn get_shared(&self, text: &'static str) -> usize {
        match self.0.load(Ordering::Relaxed) {
            0 => self.share(text),
            n => n,
        }
    }

    #[cold]
    #[inline(never)]
    fn share(&self, text: &'static str) -> usize {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        let n = match shared.binary_search_by_key(&text, |(other, _)| other) {
            Ok(known) => shared[known].1,
            Err(place) => {
                let n = next();
                shared.insert(place, (text, n));
                n
            }
        };
        self.0.store(n, Ordering::Relaxed);
        n
    }

    #[cold]
    #[inline(never)]
    fn assign(&self) -> usize {
        let n = next();
        match self.0.compare_exchange(0, n, Ordering::Relaxed, Ordering::Relaxed) {
            Ok(_) => n,
            Err(other) => other,
        }
    }
}

/// A value with its destructor, which comes first; the value may be anything.
#[repr(C)]
struct Entry<T> {
    drop: unsafe fn(*mut c_void),
    value: T,
}

/// The extension's state of one context.
pub(crate) struct State {
    /// References: interned names, types, exceptions, imported objects. The collector sees them.
    references: Words,
    /// `PerInterpreter` values.
    values: Words,
    /// The interpreter, as globals and errors know it.
    home: Arc<Home>,
    /// The module that the context was made for, not counted.
    module: AtomicPtr<c_void>,
}

impl State {
    /// The state of a context that is attached.
    #[inline(always)]
    fn of(ctx: &Ctx) -> &State {
        // SAFETY: `attach` set it before any frame of this context existed, and `detach` is called
        // when none can exist any more.
        unsafe { &*ctx.get().extension.load(Ordering::Acquire).cast::<State>() }
    }

    /// The body of `ModuleDef::attach`, before the module is filled.
    pub(super) fn attach(ctx: Ctx) {
        let state = Box::new(State {
            references: Words::new(),
            values: Words::new(),
            home: Home::new(ctx),
            module: AtomicPtr::new(std::ptr::null_mut()),
        });
        ctx.get().extension.store(Box::into_raw(state).cast(), Ordering::Release);
    }
}

/// The body of `ModuleDef::traverse`.
pub(super) unsafe extern "C" fn traverse(
    context: *const Context,
    visit: VisitFn,
    argument: *mut c_void,
) -> c_int {
    // SAFETY: the provider passes a context that it made.
    let ctx = unsafe { Ctx::new(context) };
    let mut result = 0;
    if !ctx.get().extension.load(Ordering::Acquire).is_null() {
        State::of(&ctx).references.each(&mut |slot| {
            if let Some(r) = std::ptr::NonNull::new(slot.load(Ordering::Acquire).cast())
                && result == 0
            {
                // SAFETY: the table owns the reference; the provider's visitor takes it.
                result = unsafe { visit(Ref(r), argument) };
            }
        });
    }
    result
}

/// The body of `ModuleDef::clear`: the module is garbage, so nothing runs with this context any more
/// except what is itself being destroyed.
pub(super) unsafe extern "C" fn clear(context: *const Context) {
    // SAFETY: as in `traverse`.
    let ctx = unsafe { Ctx::new(context) };
    if ctx.get().extension.load(Ordering::Acquire).is_null() {
        return;
    }
    let state = State::of(&ctx);
    state.values.drain(|value| {
        // SAFETY: every value starts with its destructor.
        unsafe { ((*value.cast::<Entry<()>>()).drop)(value) }
    });
    state.references.drain(|r| {
        if let Some(r) = std::ptr::NonNull::new(r.cast()) {
            // SAFETY: the table owned it, and the provider calls this attached.
            unsafe { ctx.release(Ref(r)) }
        }
    });
}

/// The body of `ModuleDef::detach`.
pub(super) unsafe extern "C" fn detach(context: *const Context) {
    // SAFETY: as in `traverse`; nothing uses the context after this.
    unsafe {
        clear(context);
        let ctx = Ctx::new(context);
        super::contexts::forget(ctx);
        let state = ctx.get().extension.swap(std::ptr::null_mut(), Ordering::AcqRel);
        if !state.is_null() {
            let state = Box::from_raw(state.cast::<State>());
            state.home.close();
        }
    }
}

impl<'f> Frame<'f> {
    /// Remembers the module that this context was made for. It owns the context, so no count is kept:
    /// the state would keep its own module alive.
    pub(super) fn remember_module(&self, module: super::Live<'_>) {
        self.state().module.store(module.raw().0.as_ptr().cast(), Ordering::Release);
    }

    /// That module.
    #[inline]
    pub(crate) fn own_module(&self) -> crate::Result<super::Live<'_>> {
        match std::ptr::NonNull::new(self.state().module.load(Ordering::Acquire).cast()) {
            // SAFETY: the module outlives its context, and the context the frame.
            Some(r) => Ok(unsafe { super::Live::new(Ref(r)) }),
            None => Err(crate::exceptions::RuntimeError::new_err("this module has been torn down")),
        }
    }

    #[inline]
    pub(crate) fn home(&self) -> &Arc<Home> {
        // The context outlives the frame.
        &self.state().home
    }

    #[inline(always)]
    fn state(&self) -> &State {
        // SAFETY: the context outlives the frame.
        unsafe { &*self.ctx().get().extension.load(Ordering::Acquire).cast::<State>() }
    }

    /// The cached reference at an index, when it is there already.
    #[inline(always)]
    pub(crate) fn cached_if_any<'a>(&'a self, index: &Index) -> Option<super::Live<'a>> {
        // Without a place there is nothing at it.
        let found = self.state().references.get(index.0.load(Ordering::Relaxed));
        // SAFETY: the table keeps it alive; it is cleared when no frame is left.
        std::ptr::NonNull::new(found.cast()).map(|r| unsafe { super::Live::new(Ref(r)) })
    }

    /// The cached reference at an index, made by `make` when it is not there yet.
    #[inline(always)]
    pub(crate) fn cached<'a>(
        &'a self,
        index: &Index,
        make: impl FnOnce(&'a Frame<'f>) -> crate::Result<crate::convert::Temp<'a, 'f>>,
    ) -> crate::Result<super::Live<'a>> {
        match self.cached_if_any(index) {
            Some(found) => Ok(found),
            None => self.make_cached(index, make),
        }
    }

    #[cold]
    #[inline(never)]
    fn make_cached<'a>(
        &'a self,
        index: &Index,
        make: impl FnOnce(&'a Frame<'f>) -> crate::Result<crate::convert::Temp<'a, 'f>>,
    ) -> crate::Result<super::Live<'a>> {
        self.fill(index.get(), make(self)?)
    }

    /// The cached reference at a place.
    #[inline(always)]
    pub(crate) fn cached_at<'a>(
        &'a self,
        place: usize,
        make: impl FnOnce(&'a Frame<'f>) -> crate::Result<crate::convert::Temp<'a, 'f>>,
    ) -> crate::Result<super::Live<'a>> {
        match std::ptr::NonNull::new(self.state().references.get(place).cast()) {
            // SAFETY: the table keeps it alive; it is cleared when no frame is left.
            Some(r) => Ok(unsafe { super::Live::new(Ref(r)) }),
            None => self.fill(place, make(self)?),
        }
    }

    #[cold]
    fn fill<'a>(
        &'a self,
        place: usize,
        made: crate::convert::Temp<'a, 'f>,
    ) -> crate::Result<super::Live<'a>> {
        let slot = self.state().references.slot(place);
        let fresh = made.into_raw();
        let old = std::ptr::null_mut();
        let kept =
            match slot.compare_exchange(old, fresh.0.as_ptr().cast(), Ordering::AcqRel, Ordering::Acquire) {
                Ok(_) => fresh,
                Err(other) => {
                    // Another thread, or `make` itself, was first: all must see one object.
                    // SAFETY: `fresh` is ours; a slot that is not null holds a reference.
                    unsafe {
                        self.ctx().release(fresh);
                        Ref(std::ptr::NonNull::new_unchecked(other.cast()))
                    }
                }
            };
        // SAFETY: as in `cached`.
        Ok(unsafe { super::Live::new(kept) })
    }

    /// The value at an index, when it is there already.
    #[inline(always)]
    pub(crate) fn value_if_any<T: Send + Sync + 'static>(&self, index: &Index) -> Option<&T> {
        let entry = self.state().values.get(index.0.load(Ordering::Relaxed)).cast::<Entry<T>>();
        // SAFETY: as in `value`; without a place there is nothing at it.
        unsafe { entry.as_ref() }.map(|entry| &entry.value)
    }

    /// The value at an index, made by `make` when it is not there yet.
    #[inline]
    pub(crate) fn value<'a, T: Send + Sync + 'static>(
        &'a self,
        index: &Index,
        make: impl FnOnce() -> crate::Result<T>,
    ) -> crate::Result<&'a T> {
        #[inline]
        unsafe fn drop_entry<T>(entry: *mut c_void) {
            // SAFETY: the entry was boxed below with this type.
            drop(unsafe { Box::from_raw(entry.cast::<Entry<T>>()) });
        }
        let place = index.get();
        let mut entry = self.state().values.get(place);
        if entry.is_null() {
            let fresh = Box::into_raw(Box::new(Entry { drop: drop_entry::<T>, value: make()? }));
            let slot = self.state().values.slot(place);
            let old = std::ptr::null_mut();
            entry = match slot.compare_exchange(old, fresh.cast(), Ordering::AcqRel, Ordering::Acquire) {
                Ok(_) => fresh.cast(),
                Err(other) => {
                    // SAFETY: boxed above, and nobody has seen it.
                    drop(unsafe { Box::from_raw(fresh) });
                    other
                }
            };
        }
        // SAFETY: an index belongs to one static, so to one type; the value lives as long as the
        // context, which outlives the frame.
        Ok(unsafe { &(*entry.cast::<Entry<T>>()).value })
    }
}
