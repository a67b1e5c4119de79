//! Getting a frame.

use crate::error::{Error, Result};
use crate::exceptions::RuntimeError;
use crate::ffi::{Attached, Home};
use crate::frame::Frame;
use std::sync::Arc;

/// The interpreter that a frame belongs to: what other threads attach to.
///
/// ```
/// use hstack::prelude::*;
/// use hstack::Interpreter;
///
/// fn in_background(f: &Frame, job: Global<Any>) {
///     let python: Interpreter = f.interpreter();
///     std::thread::spawn(move || {
///         python.attach(|f| job.get(f).call::<()>(f, ())).expect("the interpreter is running")
///     });
/// }
/// ```
#[derive(Clone)]
pub struct Interpreter(Arc<Home>);

impl<'f> Frame<'f> {
    /// The interpreter that this frame belongs to.
    #[inline]
    pub fn interpreter(&self) -> Interpreter {
        Interpreter(self.home().clone())
    }
}

impl Interpreter {
    /// Attaches this thread, runs `g` with a frame, and detaches.
    ///
    /// # Errors
    /// `RuntimeError` when this thread is attached already, to whichever interpreter (a second frame
    /// could detach while the first one is in use: pass the frame, or use
    /// [`Interpreter::attach_nested`]), and when the interpreter has ended. Otherwise what `g` returns.
    #[inline]
    pub fn attach<R>(&self, g: impl for<'x> FnOnce(&mut Frame<'x>) -> Result<R>) -> Result<R> {
        if self.0.attached() != Attached::No {
            return Err(RuntimeError::new_err(
                "this thread is attached already: use the frame that it has, or `attach_nested`",
            ));
        }
        self.0.attach(g).unwrap_or_else(|| Err(ended()))
    }

    /// Attaches whether or not this thread is attached to this interpreter.
    ///
    /// The closure is `'static`, so no frame can be captured that a nested `detach` would leave
    /// unattached.
    ///
    /// # Errors
    /// `RuntimeError` when this thread is attached to another interpreter, and when the interpreter has
    /// ended. Otherwise what `g` returns.
    #[inline]
    pub fn attach_nested<R>(
        &self,
        g: impl for<'x> FnOnce(&mut Frame<'x>) -> Result<R> + 'static,
    ) -> Result<R> {
        match self.0.attached() {
            Attached::No => self.0.attach(g),
            // An instance may be freed while an exception is pending, and what it drops may come here.
            Attached::Here => self.0.enter(|f| {
                let pending = Error::take_pending(f);
                let result = g(f);
                if let Some(pending) = pending {
                    pending.restore(f);
                }
                result
            }),
            Attached::Elsewhere => {
                return Err(RuntimeError::new_err(
                    "this thread is attached to another interpreter: detach first",
                ));
            }
        }
        .unwrap_or_else(|| Err(ended()))
    }
}

#[cold]
fn ended() -> Error {
    RuntimeError::new_err("the interpreter has ended")
}

impl std::fmt::Debug for Interpreter {
    #[inline]
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Interpreter({})", self.0.interpreter())
    }
}
