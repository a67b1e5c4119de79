//! Variables: what the solver finds values for.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A variable. It is shared by the terms that use it and the solvers that set it.
#[derive(Default)]
pub struct Variable {
    name: Mutex<String>,
    /// The bits of an `f64`.
    value: AtomicU64,
}

impl Variable {
    /// A variable whose value is 0.
    pub fn new(name: String) -> Self {
        Variable { name: Mutex::new(name), value: AtomicU64::new(0) }
    }

    /// Its name, locked.
    pub fn name(&self) -> MutexGuard<'_, String> {
        self.name.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The value that a solver gave it last.
    pub fn value(&self) -> f64 {
        f64::from_bits(self.value.load(Ordering::Relaxed))
    }

    /// Gives it a value.
    pub fn set_value(&self, value: f64) {
        self.value.store(value.to_bits(), Ordering::Relaxed);
    }
}
