//! Frames own handles and close them in bulk; scopes are nested frames.
//!
//! # Why this is sound
//!
//! 1. A frame is only ever lent: [`enter`] makes one on the native stack and passes `&mut Frame<'f>`
//!    to a closure or function that is general in `'f`. So `'f` stands for exactly one frame, no user
//!    code can choose it, and nothing that mentions it leaves.
//! 2. `'f` is invariant in [`Frame`] (see [`Brand`]), so two frames never have the same type, not even
//!    frames of two interpreters.
//! 3. Handles are covariant in `'f` and inert without a frame. A handle of an outer frame shrinks into
//!    a scope, because [`Scope`] carries the fact that the outer frame outlives it.
//! 4. A frame gives up the interpreter only through `&mut Frame` ([`Frame::detach`]), which keeps the
//!    frame, its scopes and everything that borrows them out of the closure.
//! 5. Nothing keeps a reference into the slots across a call, and a frame never moves while lent.

use crate::convert::Temp;
use crate::ffi::Ctx;
use crate::handle::Handle;
use hstack_sys::Ref;
use std::cell::{Cell, UnsafeCell};
use std::marker::PhantomData;
use std::mem::{MaybeUninit, size_of};
use std::ops::{Deref, DerefMut};

const INLINE: usize = 8;
const FIRST_SPILL: usize = 64;

/// Invariant in `'f`, so that a lifetime stands for exactly one frame; neither `Send` nor `Sync`.
type Brand<'f> = PhantomData<(fn(&'f ()) -> &'f (), *mut ())>;

/// A handle frame: the region that owns handles and closes them when it ends.
///
/// Functions get one as an argument, [`Interpreter::attach`](crate::Interpreter::attach) lends one,
/// and every operation on an object wants one. `&Frame` is enough for all of them; only what gives up
/// the interpreter ([`Frame::detach`], waiting on a lock) takes `&mut Frame`.
///
/// ```
/// use hstack::prelude::*;
///
/// fn pair<'f>(f: &Frame<'f>, a: Handle<'f, Any>, b: Handle<'f, Any>) -> Result<Handle<'f, List>> {
///     let list = f.list()?;
///     list.append(f, a)?;
///     list.append(f, b)?;
///     Ok(list)
/// }
/// ```
pub struct Frame<'f> {
    ctx: Ctx,
    len: Cell<usize>,
    spill: Cell<*mut Spill>,
    inline: UnsafeCell<[MaybeUninit<Ref>; INLINE]>,
    _brand: Brand<'f>,
}

/// The slots after the inline ones, in one growing block.
struct Spill {
    slots: Vec<Ref>,
}

/// Makes a frame and lends it to `g`.
///
/// # Safety
/// This thread is attached to the context's interpreter until `g` returns, except inside `detach`.
#[inline(always)]
pub(crate) unsafe fn enter<R>(ctx: Ctx, g: impl for<'x> FnOnce(&mut Frame<'x>) -> R) -> R {
    lend(Frame::empty(ctx), Frame::close, Frame::close_all, g)
}

/// Lends a frame, or a scope, to `g`, and closes it: in line when `g` returns, out of the way when it
/// unwinds. (A `Drop` of the frame itself would be one outlined function for both: measurably slower.)
#[inline(always)]
fn lend<S, R>(mut scope: S, close: impl Fn(&mut S), unwind: fn(&mut S), g: impl FnOnce(&mut S) -> R) -> R {
    struct Unwinding<'a, S>(&'a mut S, fn(&mut S));
    impl<S> Drop for Unwinding<'_, S> {
        #[cold]
        fn drop(&mut self) {
            (self.1)(self.0);
        }
    }
    let unwinding = Unwinding(&mut scope, unwind);
    let result = g(unwinding.0);
    std::mem::forget(unwinding);
    close(&mut scope);
    result
}

impl<'f> Frame<'f> {
    #[inline(always)]
    fn empty(ctx: Ctx) -> Self {
        Frame {
            ctx,
            len: Cell::new(0),
            spill: Cell::new(std::ptr::null_mut()),
            inline: UnsafeCell::new([const { MaybeUninit::uninit() }; INLINE]),
            _brand: PhantomData,
        }
    }

    #[inline(always)]
    pub(crate) fn ctx(&self) -> Ctx {
        self.ctx
    }

    /// Takes over a reference: it is closed with the frame.
    #[inline(always)]
    pub(crate) fn push<T>(&self, temp: Temp<'_, 'f>) -> Handle<'f, T> {
        let r = temp.into_raw();
        self.push_raw(r);
        // SAFETY: the frame owns it from now on; the caller says what type it is.
        unsafe { Handle::from_raw(r) }
    }

    #[inline(always)]
    fn push_raw(&self, r: Ref) {
        let n = self.len.get();
        if n < INLINE {
            // SAFETY: no reference into the slots outlives a call of this type's methods.
            unsafe { (*self.inline.get())[n].write(r) };
        } else {
            self.push_spill(r);
        }
        self.len.set(n + 1);
    }

    #[cold]
    #[inline(never)]
    fn push_spill(&self, r: Ref) {
        if self.spill.get().is_null() {
            let spill = Box::new(Spill { slots: Vec::with_capacity(FIRST_SPILL) });
            self.spill.set(Box::into_raw(spill));
        }
        // SAFETY: made above, freed in `close_all`, and not referenced elsewhere.
        unsafe { (*self.spill.get()).slots.push(r) };
    }

    /// Takes the last reference out again, when it is this one.
    #[inline(always)]
    pub(crate) fn steal_last(&self, r: Ref) -> bool {
        let n = self.len.get();
        if n == 0 || n > INLINE {
            return false;
        }
        // SAFETY: slots below `len` are written.
        let last = unsafe { (*self.inline.get())[n - 1].assume_init() };
        if last == r {
            self.len.set(n - 1);
        }
        last == r
    }

    /// How many handles this frame keeps alive.
    #[inline]
    pub fn handle_count(&self) -> usize {
        self.len.get()
    }

    /// A nested frame: what is made inside is closed at its end, unless it [`escape`](Scope::escape)s.
    ///
    /// It takes and lends shared borrows: nothing inside can detach, so both frames stay usable and
    /// calls nest.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// fn shout<'f>(f: &Frame<'f>, words: Handle<'f, List>) -> Result<usize> {
    ///     f.scope(|f| Ok(words.repr(f)?.as_str(f)?.len()))
    /// }
    /// ```
    #[inline(always)]
    pub fn scope<R>(&self, g: impl for<'s> FnOnce(&Scope<'s, 'f>) -> R) -> R {
        let scope = Scope { inner: Frame::empty(self.ctx), outer: self };
        lend(scope, |s| s.inner.close(), |s| s.inner.close_all(), |s| g(s))
    }

    /// A nested frame that may detach. The exclusive borrow keeps this frame, which would be detached
    /// as well, out of the closure.
    #[inline(always)]
    pub fn scope_mut<R>(&mut self, g: impl for<'s> FnOnce(&mut Scope<'s, 'f>) -> R) -> R {
        let scope = Scope { inner: Frame::empty(self.ctx), outer: self };
        lend(scope, |s| s.inner.close(), |s| s.inner.close_all(), g)
    }

    /// Gives up the interpreter while `g` runs, so that other threads can run Python code (on a
    /// free-threaded build: so that they need not wait for this one).
    ///
    /// No `Send` bound: what must stay out is the frame, and the exclusive borrow keeps it out.
    /// Immutable data that was borrowed from objects (`&'f str`, `&'f [u8]`, payloads) stays usable.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// fn digest(f: &mut Frame, text: &str) -> u64 {
    ///     f.detach(|| text.bytes().map(u64::from).sum())
    /// }
    /// ```
    #[inline]
    pub fn detach<R>(&mut self, g: impl FnOnce() -> R) -> R {
        struct Reattach(Ctx, hstack_sys::ThreadState);
        impl Drop for Reattach {
            #[inline]
            fn drop(&mut self) {
                // SAFETY: this thread gave it up below; on unwinding it is taken again, too.
                unsafe { self.0.reattach(self.1) }
            }
        }
        // SAFETY: a frame proves that the thread is attached.
        let state = unsafe { self.ctx.detach() };
        let reattach = Reattach(self.ctx, state);
        let result = g();
        drop(reattach);
        crate::ffi::close_queued(self);
        result
    }

    /// Closes what it owns. Most frames own nothing or one handle.
    #[inline(always)]
    fn close(&mut self) {
        match self.len.get() {
            0 => {}
            // SAFETY: the first slot is written and owned.
            1 => unsafe { self.ctx.release((*self.inline.get())[0].assume_init()) },
            _ => self.close_all(),
        }
    }

    #[inline(never)]
    fn close_all(&mut self) {
        let n = self.len.get();
        let spill = self.spill.replace(std::ptr::null_mut());
        // SAFETY: the first `min(n, INLINE)` slots are written, and the frame owns every slot.
        unsafe {
            if !spill.is_null() {
                let spill = Box::from_raw(spill);
                self.ctx.close_many(spill.slots.as_ptr(), spill.slots.len());
            }
            for slot in (&*self.inline.get())[..n.min(INLINE)].iter().rev() {
                self.ctx.release(slot.assume_init());
            }
        }
    }
}

/// A nested frame: see [`Frame::scope`]. It is used like the frame it is.
// Its well-formedness bound `'f: 's` is what lets handles of the outer frame be used inside.
pub struct Scope<'s, 'f: 's> {
    inner: Frame<'s>,
    // A pointer: a reference would need a lifetime between `'f` and `'s`.
    outer: *const Frame<'f>,
}

impl<'s, 'f> Scope<'s, 'f> {
    /// Gives `handle` to the outer frame as well, so that it outlives this scope. Any number of times.
    ///
    /// ```
    /// # use hstack::prelude::*;
    /// fn longest<'f>(f: &Frame<'f>, words: Handle<'f, List>) -> Result<Option<Handle<'f, Any>>> {
    ///     let mut longest = (0, None);
    ///     for_each!(f, word in words, {
    ///         let n = word.len(f)?;
    ///         if n > longest.0 {
    ///             longest = (n, Some(f.escape(word)));
    ///         }
    ///     });
    ///     Ok(longest.1)
    /// }
    /// ```
    #[inline]
    pub fn escape<T>(&self, handle: Handle<'s, T>) -> Handle<'f, T> {
        // SAFETY: `scope` and `scope_mut` borrow the outer frame longer than `self` lives; the new
        // reference is the outer frame's own.
        unsafe {
            let r = self.inner.ctx.retain(handle.raw());
            (*self.outer).push_raw(r);
            Handle::from_raw(r)
        }
    }
}

impl<'s> Deref for Scope<'s, '_> {
    type Target = Frame<'s>;
    #[inline(always)]
    fn deref(&self) -> &Frame<'s> {
        &self.inner
    }
}

impl<'s> DerefMut for Scope<'s, '_> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut Frame<'s> {
        &mut self.inner
    }
}

const _: () = assert!(size_of::<Frame<'static>>() == (3 + INLINE) * size_of::<usize>());

impl<'f> Frame<'f> {
    /// The frame takes over a reference that a conversion made: a handle to it.
    #[inline]
    pub fn push_temp(&self, temp: Temp<'_, 'f>) -> Handle<'f, crate::types::Any> {
        self.push(temp)
    }

    /// Takes over a reference that was made with an outer frame.
    #[inline(always)]
    pub(crate) fn adopt<T>(&self, temp: Temp<'_, '_>) -> Handle<'f, T> {
        let r = temp.into_raw();
        self.push_raw(r);
        // SAFETY: the frame owns it from now on; a scope belongs to the interpreter of its outer frame.
        unsafe { Handle::from_raw(r) }
    }
}
