//! Payloads that methods may borrow mutably, with a check at run time: `#[class(exclusive)]`.
//!
//! # Why this is sound
//!
//! 1. The value is reached only through [`Borrowed`] and [`BorrowedMut`], and the state says which of them
//!    there are: any number of the first, or one of the second.
//! 2. Both refer to an instance that their frame keeps alive.
//! 3. What the macros take out for longer ([`Lend::get`]) is gone before they drop the guard.

use crate::error::{Error, Result};
use crate::exceptions::RuntimeError;
use std::cell::UnsafeCell;
use std::ops::{Deref, DerefMut};
use std::ptr::{from_ref, null_mut};
use std::sync::atomic::{AtomicIsize, AtomicPtr, Ordering};

/// Who borrows: `Class.method`.
pub type Who = &'static &'static str;

/// How the payload of a class is stored: as it is, or behind a check.
pub trait Stored<C> {
    /// A shared borrow.
    type Shared<'f>: Lend<'f, C>
    where
        Self: 'f,
        C: 'f;
    /// Stores it.
    fn store(payload: C) -> Self;
    /// Borrows it.
    fn share(&self, who: Who) -> Result<Self::Shared<'_>>;
}

/// A borrow of a payload.
pub trait Lend<'f, C> {
    /// The payload, for as long as the frame.
    ///
    /// # Safety
    /// What is returned is not used once the borrow is dropped.
    unsafe fn get(&self) -> &'f C;
}

impl<C> Stored<C> for C {
    type Shared<'f>
        = &'f C
    where
        C: 'f;
    #[inline(always)]
    fn store(payload: C) -> C {
        payload
    }
    #[inline(always)]
    fn share(&self, _: Who) -> Result<&C> {
        Ok(self)
    }
}

impl<'f, C> Lend<'f, C> for &'f C {
    #[inline(always)]
    unsafe fn get(&self) -> &'f C {
        self
    }
}

/// The payload of a class with `#[class(exclusive)]`.
pub struct Exclusive<C> {
    /// How many shared borrows there are; -1: an exclusive one.
    state: AtomicIsize,
    /// Who borrowed last, for messages.
    holder: AtomicPtr<&'static str>,
    value: UnsafeCell<C>,
}

// SAFETY: the state lets one thread change the value, or several read it.
unsafe impl<C: Send + Sync> Sync for Exclusive<C> {}

/// A shared borrow of an instance of a class with `#[class(exclusive)]`, until it is dropped.
pub struct Borrowed<'f, C>(&'f Exclusive<C>);

/// An exclusive borrow of an instance of a class with `#[class(exclusive)]`, until it is dropped.
pub struct BorrowedMut<'f, C>(&'f Exclusive<C>);

impl<C> Exclusive<C> {
    /// A shared borrow.
    #[inline]
    pub(crate) fn borrow(&self, who: Who) -> Result<Borrowed<'_, C>> {
        let mut state = self.state.load(Ordering::Relaxed);
        while state >= 0 {
            match self.state.compare_exchange_weak(state, state + 1, Ordering::Acquire, Ordering::Relaxed) {
                Ok(_) => {
                    self.hold(who);
                    return Ok(Borrowed(self));
                }
                Err(now) => state = now,
            }
        }
        Err(self.taken(who))
    }

    /// An exclusive borrow.
    #[inline]
    pub(crate) fn borrow_mut(&self, who: Who) -> Result<BorrowedMut<'_, C>> {
        match self.state.compare_exchange(0, -1, Ordering::Acquire, Ordering::Relaxed) {
            Ok(_) => {
                self.hold(who);
                Ok(BorrowedMut(self))
            }
            Err(_) => Err(self.taken(who)),
        }
    }

    #[inline]
    fn hold(&self, who: Who) {
        self.holder.store(from_ref(who).cast_mut(), Ordering::Relaxed);
    }

    #[cold]
    fn taken(&self, who: Who) -> Error {
        // SAFETY: null, or what `hold` put there: static.
        let holder =
            unsafe { self.holder.load(Ordering::Relaxed).as_ref() }.copied().unwrap_or("another call");
        RuntimeError::new_err(format!(
            "{who} cannot borrow this object, because {holder} is using it: end that before, or keep what both use in an `Atomic` or a `Lock`"
        ))
    }
}

impl<C> Stored<C> for Exclusive<C> {
    type Shared<'f>
        = Borrowed<'f, C>
    where
        C: 'f;
    #[inline]
    fn store(payload: C) -> Self {
        Exclusive {
            state: AtomicIsize::new(0),
            holder: AtomicPtr::new(null_mut()),
            value: UnsafeCell::new(payload),
        }
    }
    #[inline]
    fn share(&self, who: Who) -> Result<Borrowed<'_, C>> {
        self.borrow(who)
    }
}

impl<'f, C> Lend<'f, C> for Borrowed<'f, C> {
    #[inline(always)]
    unsafe fn get(&self) -> &'f C {
        // SAFETY: borrowed until this is dropped, and the caller uses it no longer.
        unsafe { &*self.0.value.get() }
    }
}

impl<'f, C> BorrowedMut<'f, C> {
    /// The payload, for as long as the frame.
    ///
    /// # Safety
    /// What is returned is not used once the borrow is dropped, and there is one at a time.
    #[allow(clippy::mut_from_ref)]
    #[inline(always)]
    pub unsafe fn get_mut(&self) -> &'f mut C {
        // SAFETY: as above.
        unsafe { &mut *self.0.value.get() }
    }
}

impl<C> Deref for Borrowed<'_, C> {
    type Target = C;
    #[inline]
    fn deref(&self) -> &C {
        // SAFETY: borrowed as long as `self`.
        unsafe { self.get() }
    }
}

impl<C> Deref for BorrowedMut<'_, C> {
    type Target = C;
    #[inline]
    fn deref(&self) -> &C {
        // SAFETY: borrowed as long as `self`, and exclusively.
        unsafe { &*self.0.value.get() }
    }
}

impl<C> DerefMut for BorrowedMut<'_, C> {
    #[inline]
    fn deref_mut(&mut self) -> &mut C {
        // SAFETY: as above.
        unsafe { self.get_mut() }
    }
}

impl<C> Drop for Borrowed<'_, C> {
    #[inline]
    fn drop(&mut self) {
        self.0.state.fetch_sub(1, Ordering::Release);
    }
}

impl<C> Drop for BorrowedMut<'_, C> {
    #[inline]
    fn drop(&mut self) {
        self.0.state.store(0, Ordering::Release);
    }
}
