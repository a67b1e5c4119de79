//! References that live outside frames.

use super::{Handle, PyType};
use crate::convert::{FromPy, FromPyOwned, Temp, ToPy};
use crate::error::Result;
use crate::ffi::{Home, Live};
use crate::frame::Frame;
use crate::types::Any;
use hstack_sys::Ref;
use std::marker::PhantomData;
use std::sync::Arc;

/// A reference for structs, statics and other threads.
///
/// Dropping it anywhere is fine: it is closed at once on a thread that is attached, else by the next
/// one that is.
///
/// ```
/// use hstack::prelude::*;
///
/// struct Callback {
///     function: Global<Any>,
/// }
///
/// fn remember<'f>(f: &Frame<'f>, function: Handle<'f, Any>) -> Callback {
///     Callback { function: Global::new(f, function) }
/// }
///
/// fn fire(f: &Frame, callback: &Callback) -> Result {
///     callback.function.get(f).call(f, ())
/// }
/// ```
pub struct Global<T> {
    reference: Ref,
    home: Arc<Home>,
    _type: PhantomData<fn() -> T>,
}

// SAFETY: every use needs a frame of its interpreter, and dropping it works on any thread.
unsafe impl<T> Send for Global<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for Global<T> {}

impl<T> Global<T> {
    /// Keeps the object of a handle alive outside its frame.
    ///
    /// Frame and handle share a brand: a handle of another frame, perhaps of another interpreter, would
    /// come out of [`Global::get`] as one of this frame.
    #[inline]
    pub fn new<'f>(f: &Frame<'f>, handle: Handle<'f, T>) -> Self {
        Self::own(f, Temp::of(f, handle.live()))
    }

    #[inline]
    pub(crate) fn own(f: &Frame<'_>, temp: Temp<'_, '_>) -> Self {
        Global { reference: temp.into_raw(), home: f.home().clone(), _type: PhantomData }
    }

    /// A handle to the object: takes a slot of the frame.
    ///
    /// # Panics
    /// When the global belongs to another interpreter.
    #[inline]
    pub fn get<'f>(&self, f: &Frame<'f>) -> Handle<'f, T> {
        f.push(Temp::of(f, self.live(f)))
    }

    /// A handle to the object, which the global keeps alive: takes no slot.
    ///
    /// # Panics
    /// When the global belongs to another interpreter.
    #[inline]
    pub fn borrow<'g: 'f, 'f>(&'g self, f: &Frame<'f>) -> Handle<'f, T> {
        // SAFETY: `self` outlives the frame and owns a reference to an object of type `T`.
        unsafe { Handle::from_raw(self.live(f).raw()) }
    }

    #[inline]
    pub(crate) fn live(&self, f: &Frame<'_>) -> Live<'_> {
        if self.home.interpreter() != f.ctx().get().interpreter {
            foreign();
        }
        // SAFETY: `self` owns a reference.
        unsafe { Live::new(self.reference) }
    }

    /// Runs `g` with the object when this thread is attached to its interpreter.
    #[inline]
    pub(crate) fn with_attached<R>(
        &self,
        g: impl for<'x> FnOnce(&mut Frame<'x>, Live<'_>) -> R,
    ) -> Option<R> {
        self.home.enter(|f| g(f, self.live(f)))
    }

    /// Whether the global can be used with this frame.
    #[inline]
    pub fn belongs_to(&self, f: &Frame<'_>) -> bool {
        self.home.interpreter() == f.ctx().get().interpreter
    }
}

#[cold]
fn foreign() -> ! {
    panic!("this global belongs to another interpreter: pass the value, or make a global in each interpreter")
}

impl<T> Drop for Global<T> {
    #[inline]
    fn drop(&mut self) {
        self.home.close_anywhere(self.reference);
    }
}

impl<T> std::fmt::Debug for Global<T> {
    #[inline]
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Global<{}>", std::any::type_name::<T>())
    }
}

impl<'f, T: PyType> FromPy<'f> for Global<T> {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        Ok(Global::new(f, object.cast(f)?))
    }
}
impl<T: PyType> FromPyOwned for Global<T> {}

impl<'f, T> ToPy<'f> for &Global<T> {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        Ok(Temp::of(f, self.live(f)))
    }
}

impl<'f, T> ToPy<'f> for Global<T> {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        (&self).to_temp(f)
    }
}
