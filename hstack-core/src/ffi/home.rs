//! The cell that says whether a context still lives, and what a thread does to reach it.

use super::Ctx;
use crate::frame::{Frame, enter};
use hstack_sys::{Attachment, Ref, Status};
use std::ptr::null_mut;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};

/// A counted cell that says whether a context still lives, held by everything that may outlive it.
///
/// References that are dropped where they cannot be closed wait here, without a lock, until their own
/// interpreter closes them.
pub(crate) struct Home {
    ctx: Ctx,
    interpreter: u64,
    open: AtomicBool,
    queue: AtomicPtr<Queued>,
}

struct Queued {
    reference: Ref,
    next: *mut Queued,
}

// SAFETY: the context is used only while attached or through functions that need no attachment, and
// a queued reference is only a word until its own interpreter closes it.
unsafe impl Send for Home {}
// SAFETY: as above.
unsafe impl Sync for Home {}

impl Home {
    #[inline]
    pub(crate) fn new(ctx: Ctx) -> Arc<Self> {
        Arc::new(Home {
            ctx,
            interpreter: ctx.get().interpreter,
            open: AtomicBool::new(true),
            queue: AtomicPtr::new(null_mut()),
        })
    }

    /// The context, while it lives.
    #[inline]
    pub(crate) fn ctx(&self) -> Option<Ctx> {
        self.open.load(Ordering::Acquire).then_some(self.ctx)
    }

    #[inline]
    pub(crate) fn interpreter(&self) -> u64 {
        self.interpreter
    }

    /// The context is about to go.
    #[inline]
    pub(crate) fn close(&self) {
        self.open.store(false, Ordering::Release);
    }

    /// Closes a reference from any thread: at once when attached, else later; never when its
    /// interpreter is gone.
    #[inline(never)]
    pub(crate) fn close_anywhere(&self, reference: Ref) {
        let Some(ctx) = self.ctx() else { return };
        // SAFETY: the first call needs no attachment; the second is attached.
        unsafe {
            if ctx.thread_attached() == 1 {
                return ctx.release(reference);
            }
        }
        let node = Box::into_raw(Box::new(Queued { reference, next: null_mut() }));
        let mut head = self.queue.load(Ordering::Relaxed);
        loop {
            // SAFETY: not shared before the exchange succeeds.
            unsafe { (*node).next = head };
            match self.queue.compare_exchange_weak(head, node, Ordering::Release, Ordering::Relaxed) {
                Ok(_) => return,
                Err(now) => head = now,
            }
        }
    }

    #[inline]
    fn close_queued(&self, ctx: Ctx) {
        if self.queue.load(Ordering::Relaxed).is_null() {
            return;
        }
        let mut node = self.queue.swap(null_mut(), Ordering::Acquire);
        while !node.is_null() {
            // SAFETY: boxed in `close_anywhere`; the swap made the whole list ours.
            let queued = unsafe { Box::from_raw(node) };
            node = queued.next;
            // SAFETY: the caller is attached.
            unsafe { ctx.release(queued.reference) };
        }
    }
}

impl Drop for Home {
    #[inline]
    fn drop(&mut self) {
        let mut node = *self.queue.get_mut();
        while !node.is_null() {
            // SAFETY: as in `close_queued`. The references themselves went with their interpreter.
            node = unsafe { Box::from_raw(node) }.next;
        }
    }
}

/// How this thread stands to an interpreter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attached {
    /// To no interpreter.
    No,
    /// To this one.
    Here,
    /// To another one.
    Elsewhere,
}

impl Home {
    #[inline]
    pub(crate) fn attached(&self) -> Attached {
        // SAFETY: this function needs no attachment.
        match self.ctx().map(|ctx| unsafe { ctx.thread_attached() }) {
            Some(1) => Attached::Here,
            Some(2..) => Attached::Elsewhere,
            _ => Attached::No,
        }
    }

    /// Runs `g` in a new frame when this thread is attached here. `g` must not borrow other frames:
    /// it could detach under them.
    #[inline]
    pub(crate) fn enter<R>(&self, g: impl for<'x> FnOnce(&mut Frame<'x>) -> R) -> Option<R> {
        let ctx = self.ctx().filter(|_| self.attached() == Attached::Here)?;
        // SAFETY: attached, and only `detach` changes that.
        Some(unsafe { enter(ctx, g) })
    }

    /// Attaches this thread, which is attached to nothing, and runs `g`. None: the interpreter has
    /// ended.
    #[inline]
    pub(crate) fn attach<R>(&self, g: impl for<'x> FnOnce(&mut Frame<'x>) -> R) -> Option<R> {
        struct Release(Ctx, Attachment);
        impl Drop for Release {
            #[inline]
            fn drop(&mut self) {
                // SAFETY: attached below, by this thread.
                unsafe { self.0.thread_detach(self.1) }
            }
        }
        let ctx = self.ctx()?;
        let mut attachment = Attachment { kind: 0, state: null_mut() };
        // SAFETY: the callers have checked that this thread is not attached to anything.
        if unsafe { ctx.thread_attach(&mut attachment) } != Status::OK {
            return None;
        }
        let _release = Release(ctx, attachment);
        self.close_queued(ctx);
        // SAFETY: attached until `_release` is dropped.
        let result = unsafe { enter(ctx, g) };
        self.close_queued(ctx);
        Some(result)
    }
}

/// Closes what was dropped elsewhere.
#[inline(always)]
pub(crate) fn close_queued(f: &Frame<'_>) {
    f.home().close_queued(f.ctx());
}
