//! Locks that do not hold up the interpreter.

use crate::error::{Error, Result};
use crate::exceptions::RuntimeError;
use crate::frame::Frame;
use std::ops::{Deref, DerefMut};
use std::panic::Location;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

/// A lock for what instances share.
///
/// Who waits for it gives up the interpreter meanwhile, so it cannot deadlock with the GIL, nor stop a
/// collection on builds without one; that is why [`Lock::lock`] takes `&mut Frame`. A thread that has it
/// already (in a callback, say) gets an error instead of waiting for itself.
///
/// ```
/// use hstack::Lock;
/// use hstack::prelude::*;
///
/// #[hstack::class]
/// struct Log {
///     lines: Lock<Vec<String>>,
/// }
///
/// #[hstack::methods]
/// impl Log {
///     fn add(&self, f: &mut Frame, line: String) -> Result {
///         self.lines.lock(f)?.push(line);
///         Ok(())
///     }
/// }
/// ```
pub struct Lock<T: ?Sized> {
    /// The thread that has it, by the address of a thread-local; 0: nobody.
    owner: AtomicUsize,
    value: Mutex<T>,
}

/// What [`Lock::lock`] returns: the value, until it is dropped.
#[must_use = "the lock is given back when this is dropped"]
pub struct Locked<'a, T: ?Sized> {
    owner: &'a AtomicUsize,
    value: MutexGuard<'a, T>,
}

/// What no other thread that lives has.
#[inline]
fn this_thread() -> usize {
    thread_local!(static HERE: u8 = const { 0 });
    HERE.with(|here| std::ptr::from_ref(here) as usize)
}

impl<T> Lock<T> {
    /// Holds a value.
    #[inline]
    pub const fn new(value: T) -> Self {
        Lock { owner: AtomicUsize::new(0), value: Mutex::new(value) }
    }
}

impl<T: ?Sized> Lock<T> {
    /// Takes the lock; detaches while another thread has it. A panic of who had it does not poison it.
    ///
    /// # Errors
    /// `RuntimeError` when this thread has it already.
    #[inline]
    #[track_caller]
    pub fn lock<'a>(&'a self, f: &mut Frame<'_>) -> Result<Locked<'a, T>> {
        match self.try_lock() {
            Some(locked) => Ok(locked),
            None => self.wait(f, Location::caller()),
        }
    }

    /// Takes the lock when nobody has it.
    #[inline]
    pub fn try_lock(&self) -> Option<Locked<'_, T>> {
        match self.value.try_lock() {
            Ok(value) => Some(self.taken(value)),
            Err(TryLockError::Poisoned(value)) => Some(self.taken(value.into_inner())),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    #[inline]
    fn taken<'a>(&'a self, value: MutexGuard<'a, T>) -> Locked<'a, T> {
        self.owner.store(this_thread(), Ordering::Relaxed);
        Locked { owner: &self.owner, value }
    }

    #[cold]
    fn wait<'a>(&'a self, f: &mut Frame<'_>, place: &'static Location<'static>) -> Result<Locked<'a, T>> {
        if self.owner.load(Ordering::Relaxed) == this_thread() {
            return Err(twice(std::any::type_name::<T>(), place));
        }
        let value = f.detach(|| self.value.lock().unwrap_or_else(PoisonError::into_inner));
        Ok(self.taken(value))
    }
}

#[cold]
fn twice(ty: &str, place: &Location<'_>) -> Error {
    RuntimeError::new_err(format!(
        "the lock of a {ty} was taken twice by one thread, the second time at {place}: give it back before calling into Python"
    ))
}

impl<T: ?Sized> Deref for Locked<'_, T> {
    type Target = T;
    #[inline]
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: ?Sized> DerefMut for Locked<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: ?Sized> Drop for Locked<'_, T> {
    #[inline]
    fn drop(&mut self) {
        self.owner.store(0, Ordering::Relaxed);
    }
}

impl<T: Default> Default for Lock<T> {
    #[inline]
    fn default() -> Self {
        Lock::new(T::default())
    }
}

impl<T> From<T> for Lock<T> {
    #[inline]
    fn from(value: T) -> Self {
        Lock::new(value)
    }
}

impl<T: ?Sized + std::fmt::Debug> std::fmt::Debug for Lock<T> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.try_lock() {
            Some(value) => out.debug_tuple("Lock").field(&&*value).finish(),
            None => out.write_str("Lock(<locked>)"),
        }
    }
}
