//! Words at indices, which any thread may read and write.

use core::ffi::c_void;
use std::sync::atomic::{AtomicPtr, Ordering};

const CHUNK: usize = 64;
const CHUNKS: usize = 64;

type Chunk = [AtomicPtr<c_void>; CHUNK];

/// Stands for every chunk that has not been made, so that reading need not ask. Nothing is written to it.
static EMPTY: Chunk = [const { AtomicPtr::new(std::ptr::null_mut()) }; CHUNK];

fn empty() -> *mut Chunk {
    (&raw const EMPTY).cast_mut()
}

/// A table of words that grows by chunks and never moves.
pub(super) struct Words([AtomicPtr<Chunk>; CHUNKS]);

impl Words {
    /// How many it has.
    pub(super) const COUNT: usize = CHUNK * CHUNKS;

    /// All null.
    #[inline(never)]
    pub(super) fn new() -> Self {
        Words(std::array::from_fn(|_| AtomicPtr::new(empty())))
    }

    /// The word at an index.
    #[inline(always)]
    pub(super) fn get(&self, index: usize) -> *mut c_void {
        // No index is that large; the remainder only spares the check.
        let chunk = self.0[index / CHUNK % CHUNKS].load(Ordering::Acquire);
        // SAFETY: chunks live as long as the table.
        unsafe { (*chunk)[index % CHUNK].load(Ordering::Acquire) }
    }

    /// Its place, to write to.
    #[cold]
    pub(super) fn slot(&self, index: usize) -> &AtomicPtr<c_void> {
        let place = &self.0[index / CHUNK];
        let old = empty();
        if place.load(Ordering::Acquire) == old {
            let fresh = Box::into_raw(Box::new([const { AtomicPtr::new(std::ptr::null_mut()) }; CHUNK]));
            if place.compare_exchange(old, fresh, Ordering::AcqRel, Ordering::Acquire).is_err() {
                // SAFETY: made above, and nobody has seen it.
                drop(unsafe { Box::from_raw(fresh) });
            }
        }
        // SAFETY: chunks live as long as the table.
        unsafe { &(*place.load(Ordering::Acquire))[index % CHUNK] }
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

    /// Calls `g` with every place that may hold something. Neither generic nor of a length that the
    /// compiler sees: the loops would be unrolled, with `g` in them.
    #[inline(never)]
    pub(super) fn each(&self, g: &mut dyn FnMut(&AtomicPtr<c_void>)) {
        for chunk in self.chunks() {
            // SAFETY: chunks live as long as the table.
            let places: &[AtomicPtr<c_void>] = unsafe { &*chunk };
            std::hint::black_box(places).iter().for_each(&mut *g);
        }
    }

    /// Those that have been made.
    fn chunks(&self) -> impl Iterator<Item = *mut Chunk> {
        std::hint::black_box(&self.0[..])
            .iter()
            .map(|chunk| chunk.load(Ordering::Acquire))
            .filter(|&chunk| chunk != empty())
    }
}

impl Drop for Words {
    #[inline(never)]
    fn drop(&mut self) {
        for chunk in self.chunks() {
            // SAFETY: made by `slot`, and nobody uses the table any more.
            drop(unsafe { Box::from_raw(chunk) });
        }
    }
}
