//! Fields of a payload as properties: `#[hstack(get, set)]`.

use crate::atomic::{Atomic, AtomicValue};
use crate::convert::{FromPy, ToPy};
use crate::error::Result;
use crate::ffi::entry::{Outcome, Returned};
use crate::frame::Frame;
use crate::handle::Handle;
use crate::lock::Lock;
use crate::types::Any;
use std::sync::atomic::*;
use std::sync::{Mutex, PoisonError, RwLock};

/// A field that Python can read.
#[diagnostic::on_unimplemented(
    message = "a property of type `{Self}` cannot be read: it cannot be made into a Python object",
    label = "`&{Self}` does not implement `ToPy`, nor is this an atomic or a lock of what does",
    note = "remove `get`, or implement `ToPy` for the reference (`#[derive(ToPy)]` does), or write a `#[getter]`"
)]
pub trait Readable<'f> {
    /// Its value.
    fn read(&'f self, f: &mut Frame<'f>) -> Result<Returned>;
}

impl<'f, T: 'f> Readable<'f> for T
where
    &'f T: ToPy<'f>,
{
    #[inline(always)]
    fn read(&'f self, f: &mut Frame<'f>) -> Result<Returned> {
        self.returned(f)
    }
}

/// A field that Python can set, though the payload is shared.
#[diagnostic::on_unimplemented(
    message = "a property of type `{Self}` cannot be set: instances are shared, and this is neither an atomic nor a lock",
    label = "not changeable through `&self`",
    note = "write `Atomic<T>` for numbers and the like, `Lock<T>` for everything else, or a `#[setter]`"
)]
pub trait Writable<'f> {
    /// Sets its value.
    fn write(&self, f: &mut Frame<'f>, value: Handle<'f, Any>) -> Result;
}

macro_rules! atomics {
    ($($atomic:ident)*) => { $(
        impl<'f> Readable<'f> for $atomic {
            #[inline(always)]
            fn read(&'f self, f: &mut Frame<'f>) -> Result<Returned> {
                self.load(Ordering::Acquire).returned(f)
            }
        }
        impl<'f> Writable<'f> for $atomic {
            #[inline]
            fn write(&self, f: &mut Frame<'f>, value: Handle<'f, Any>) -> Result {
                self.store(value.extract(f)?, Ordering::Release);
                Ok(())
            }
        }
    )* };
}
atomics!(AtomicBool AtomicI8 AtomicI16 AtomicI32 AtomicI64 AtomicIsize AtomicU8 AtomicU16 AtomicU32 AtomicU64 AtomicUsize);

impl<'f, T: AtomicValue + ToPy<'f>> Readable<'f> for Atomic<T> {
    #[inline(always)]
    fn read(&'f self, f: &mut Frame<'f>) -> Result<Returned> {
        self.get().returned(f)
    }
}

impl<'f, T: AtomicValue + FromPy<'f>> Writable<'f> for Atomic<T> {
    #[inline]
    fn write(&self, f: &mut Frame<'f>, value: Handle<'f, Any>) -> Result {
        self.set(value.extract(f)?);
        Ok(())
    }
}

impl<'f, T: Clone + ToPy<'f>> Readable<'f> for Lock<T> {
    #[inline]
    fn read(&'f self, f: &mut Frame<'f>) -> Result<Returned> {
        let value = self.lock(f)?.clone();
        value.returned(f)
    }
}

impl<'f, T: FromPy<'f>> Writable<'f> for Lock<T> {
    #[inline]
    fn write(&self, f: &mut Frame<'f>, value: Handle<'f, Any>) -> Result {
        let value: T = value.extract(f)?;
        let old = std::mem::replace(&mut *self.lock(f)?, value);
        drop(old);
        Ok(())
    }
}

/// The locks of std: who waits gives up the interpreter, which the holder may want. What is dropped is
/// dropped outside the lock.
macro_rules! locks {
    ($($lock:ident: $try_read:ident $read:ident $try_write:ident $write:ident;)*) => { $(
        impl<'f, T: Clone + ToPy<'f>> Readable<'f> for $lock<T> {
            #[inline]
            fn read(&'f self, f: &mut Frame<'f>) -> Result<Returned> {
                let value = match self.$try_read() {
                    Ok(value) => value.clone(),
                    Err(_) => f.detach(|| self.$read().unwrap_or_else(PoisonError::into_inner).clone()),
                };
                value.returned(f)
            }
        }
        impl<'f, T: FromPy<'f>> Writable<'f> for $lock<T> {
            #[inline]
            fn write(&self, f: &mut Frame<'f>, value: Handle<'f, Any>) -> Result {
                let value: T = value.extract(f)?;
                let old = match self.$try_write() {
                    Ok(mut place) => std::mem::replace(&mut *place, value),
                    Err(_) => f.detach(|| {
                        let mut place = self.$write().unwrap_or_else(PoisonError::into_inner);
                        std::mem::replace(&mut *place, value)
                    }),
                };
                drop(old);
                Ok(())
            }
        }
    )* };
}
locks! {
    Mutex: try_lock lock try_lock lock;
    RwLock: try_read read try_write write;
}
