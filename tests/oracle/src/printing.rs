//! Objects that may contain themselves are printed once.

use hstack::prelude::*;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

/// The threads that are printing an object, so that one inside itself is printed once.
#[derive(Default)]
pub struct Printing(Mutex<Vec<ThreadId>>);

/// While it lives, the thread is printing.
pub struct Printer<'a>(&'a Printing);

impl Printing {
    fn threads(&self) -> MutexGuard<'_, Vec<ThreadId>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// None when the thread is printing the object already.
    pub fn enter(&self) -> Option<Printer<'_>> {
        let mut threads = self.threads();
        let own = thread::current().id();
        if threads.contains(&own) {
            return None;
        }
        threads.push(own);
        Some(Printer(self))
    }
}

impl Drop for Printer<'_> {
    fn drop(&mut self) {
        let own = thread::current().id();
        self.0.threads().retain(|thread| *thread != own);
    }
}

/// Nobody prints one that was just unpickled.
impl<'f> FromPy<'f> for Printing {
    fn from_py(_: &Frame<'f>, _: Handle<'f, Any>) -> Result<Self> {
        Ok(Printing::default())
    }
}

impl<'f> ToPy<'f> for &Printing {
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        ().to_temp(f)
    }
}
