//! Words at indices, which any thread may read and write.

use core::ffi::c_void;
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};

/// One more than the highest index: a power of two, so that a remainder spares the check.
const COUNT: usize = 4096;

/// The highest index that was written to, in any table.
static LAST: AtomicUsize = AtomicUsize::new(0);

/// A table of words, null at first. It never moves; memory that is not written to is not used up.
pub(super) struct Words(Box<[AtomicPtr<c_void>; COUNT]>);

impl Words {
    /// How many it has.
    pub(super) const COUNT: usize = COUNT;

    /// All null.
    #[inline(never)]
    pub(super) fn new() -> Self {
        // The allocator gives zeroed memory for these, and does not write to what is fresh.
        let words = vec![0_usize; COUNT].leak().as_mut_ptr();
        // SAFETY: just as many words, of which zero is null; the type's layout is that of a word.
        Words(unsafe { Box::from_raw(words.cast()) })
    }

    /// The word at an index.
    #[inline(always)]
    pub(super) fn get(&self, index: usize) -> *mut c_void {
        self.0[index % COUNT].load(Ordering::Acquire)
    }

    /// Its place, to write to.
    #[cold]
    pub(super) fn slot(&self, index: usize) -> &AtomicPtr<c_void> {
        LAST.fetch_max(index, Ordering::AcqRel);
        &self.0[index]
    }

    /// Empties it, calling `g` with what was there.
    #[inline]
    pub(super) fn drain(&self, mut g: impl FnMut(*mut c_void)) {
        self.each(&mut |slot| {
            let value = slot.swap(std::ptr::null_mut(), Ordering::AcqRel);
            if !value.is_null() {
                g(value);
            }
        });
    }

    /// Calls `g` with every place that may hold something. Not generic: the loop would be unrolled, with `g`
    /// in it.
    #[inline(never)]
    pub(super) fn each(&self, g: &mut dyn FnMut(&AtomicPtr<c_void>)) {
        self.0[..=LAST.load(Ordering::Acquire)].iter().for_each(&mut *g);
    }
}
