//! What was counted.

use super::CAN_FAIL;
use crate::verdict::Verdict;
use core::sync::atomic::{AtomicU64, Ordering};
use hstack_sys::{FUNCTION_COUNT, Function};

/// Counters that any number of counting contexts count into, on any thread.
pub struct Counts {
    successes: [AtomicU64; FUNCTION_COUNT],
    failures: [AtomicU64; FUNCTION_COUNT],
    entered: AtomicU64,
    left: AtomicU64,
}

/// What is known about one function.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Count {
    /// Its index in the table.
    pub index: usize,
    /// Its name.
    pub name: &'static str,
    /// How many calls succeeded. Calls of a function that cannot fail all do.
    pub successes: u64,
    /// How many calls failed.
    pub failures: u64,
    /// Whether it has a result that can say that it failed.
    pub can_fail: bool,
}

impl Counts {
    /// Counters at zero.
    pub const fn new() -> Self {
        Counts {
            successes: [const { AtomicU64::new(0) }; FUNCTION_COUNT],
            failures: [const { AtomicU64::new(0) }; FUNCTION_COUNT],
            entered: AtomicU64::new(0),
            left: AtomicU64::new(0),
        }
    }

    /// Counts a call by its result, and hands the result on.
    #[inline]
    pub(super) fn count<R: Verdict>(&self, function: Function, result: R) -> R {
        let counters = if result.failed() { &self.failures } else { &self.successes };
        counters[function as usize].fetch_add(1, Ordering::Relaxed);
        result
    }

    pub(super) fn enter(&self) {
        self.entered.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn leave(&self) {
        self.left.fetch_add(1, Ordering::Relaxed);
    }

    /// Every function, in the order of the table.
    pub fn all(&self) -> impl Iterator<Item = Count> + '_ {
        Function::ALL.iter().enumerate().map(|(index, &(name, ..))| Count {
            index,
            name,
            successes: self.successes[index].load(Ordering::Relaxed),
            failures: self.failures[index].load(Ordering::Relaxed),
            can_fail: CAN_FAIL[index],
        })
    }

    /// How often an entry point with hooks was entered, and how often one was left.
    pub fn entries(&self) -> (u64, u64) {
        (self.entered.load(Ordering::Relaxed), self.left.load(Ordering::Relaxed))
    }

    /// Starts from zero again. A call that is under way is counted when it is done.
    pub fn reset(&self) {
        let all = self.successes.iter().chain(&self.failures).chain([&self.entered, &self.left]);
        all.for_each(|counter| counter.store(0, Ordering::Relaxed));
    }
}

impl Default for Counts {
    fn default() -> Self {
        Self::new()
    }
}
