//! Exports of memory: the buffer protocol, as a consumer.

use super::{Attached, Home, Live, Raw};
use crate::buffer::Element;
use crate::error::Result;
use crate::exceptions::BufferError;
use crate::frame::Frame;
use hstack_sys::{Buffer as Words, buffer_flags};
use std::ffi::CStr;
use std::marker::PhantomData;
use std::ptr::null_mut;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU16, AtomicU32, Ordering::Relaxed};

/// An export whose items were checked to be `T`. It pins the memory until it is dropped.
///
/// The memory is of `T` items and alive, but may change at any time. So no reference to it is ever
/// made here: items are copied in and out.
pub(crate) struct Export<T> {
    words: Words,
    shape: Box<[usize]>,
    strides: Box<[isize]>,
    home: Arc<Home>,
    _items: PhantomData<T>,
}

// SAFETY: what a shared export does without a frame is atomic; dropping it is not shared.
unsafe impl<T: Element> Sync for Export<T> {}

/// The steps of items that lie one after the other, the last dimension the fastest.
pub(crate) fn contiguous_strides(shape: &[usize], item_size: usize) -> Box<[isize]> {
    let mut strides = vec![0; shape.len()];
    let mut step = item_size as isize;
    for (stride, len) in strides.iter_mut().zip(shape).rev() {
        *stride = step;
        step *= *len as isize;
    }
    strides.into()
}

/// Whether the steps are those; steps of dimensions with one item do not matter.
#[inline]
pub(crate) fn is_contiguous(shape: &[usize], strides: &[isize], item_size: usize) -> bool {
    let wanted = contiguous_strides(shape, item_size);
    shape.contains(&0) || shape.iter().zip(strides.iter().zip(&wanted)).all(|(n, (a, b))| *n <= 1 || a == b)
}

impl<T: Element> Export<T> {
    /// Asks for memory; `as_bytes` wants it whatever the items are.
    #[inline]
    pub(crate) fn get(f: &Frame<'_>, object: Live<'_>, as_bytes: bool) -> Result<Self> {
        let mut words = Words {
            size: size_of::<Words>(),
            data: null_mut(),
            len: 0,
            item_size: 0,
            readonly: 1,
            dimensions: 0,
            format: std::ptr::null(),
            shape: std::ptr::null(),
            strides: std::ptr::null(),
            suboffsets: std::ptr::null(),
            provider: null_mut(),
        };
        let flags = if as_bytes { buffer_flags::SIMPLE } else { buffer_flags::RECORDS_RO };
        // SAFETY: the struct is ours.
        unsafe { f.api().buffer_get(object, Raw::new(&mut words), flags)? };
        // From here on the export is given back, whatever happens.
        let mut export = Export {
            words,
            shape: Box::default(),
            strides: Box::default(),
            home: f.home().clone(),
            _items: PhantomData,
        };
        export.describe(as_bytes);
        export.check()?;
        Ok(export)
    }

    #[inline]
    fn describe(&mut self, as_bytes: bool) {
        let words = &mut self.words;
        if as_bytes {
            (words.item_size, words.dimensions, words.format) = (1, 1, std::ptr::null());
            (words.shape, words.strides, words.suboffsets) =
                (std::ptr::null(), std::ptr::null(), std::ptr::null());
        }
        let item_size = words.item_size.max(1) as usize;
        let dimensions = words.dimensions.max(0) as usize;
        // SAFETY: the table promises `dimensions` lengths and steps where the pointers are not null.
        unsafe {
            self.shape = match words.shape.is_null() {
                true => [words.len.max(0) as usize / item_size].iter().copied().take(dimensions).collect(),
                false => (0..dimensions).map(|i| (*words.shape.add(i)).max(0) as usize).collect(),
            };
            self.strides = match words.strides.is_null() {
                true => contiguous_strides(&self.shape, item_size),
                false => (0..dimensions).map(|i| *words.strides.add(i)).collect(),
            };
        }
    }

    #[inline]
    fn check(&self) -> Result {
        let item = std::any::type_name::<T>();
        if !T::matches(self.format()) || self.words.item_size != size_of::<T>() as isize {
            let format = self.format().to_string_lossy().into_owned();
            return Err(BufferError::new_err(format!("items of format '{format}' are not {item}")));
        }
        if !self.words.suboffsets.is_null() {
            return Err(BufferError::new_err(
                "the memory is reached through pointers, which is not supported",
            ));
        }
        let aligned = |offset: usize| offset.is_multiple_of(align_of::<T>());
        if self.words.dimensions as usize != self.shape.len()
            || self.len() > 0
                && !(aligned(self.words.data.addr())
                    && self.strides.iter().all(|s| aligned(s.unsigned_abs())))
        {
            return Err(BufferError::new_err(format!("the memory is not aligned for {item}")));
        }
        Ok(())
    }

    #[inline]
    pub(crate) fn format(&self) -> &CStr {
        if self.words.format.is_null() {
            return c"B";
        }
        // SAFETY: NUL-terminated, and alive as long as the export.
        unsafe { CStr::from_ptr(self.words.format) }
    }

    #[inline]
    pub(crate) fn shape(&self) -> &[usize] {
        &self.shape
    }

    #[inline]
    pub(crate) fn strides(&self) -> &[isize] {
        &self.strides
    }

    /// The number of items.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.shape.iter().product()
    }

    #[inline]
    pub(crate) fn readonly(&self) -> bool {
        self.words.readonly != 0
    }

    #[inline]
    pub(crate) fn is_c_contiguous(&self) -> bool {
        is_contiguous(&self.shape, &self.strides, size_of::<T>())
    }

    /// The first item. Well aligned, and good for as many items as the shape says while they are.
    #[inline]
    pub(crate) fn data(&self) -> *mut T {
        if self.len() == 0 { std::ptr::dangling_mut() } else { self.words.data.cast() }
    }

    #[inline]
    fn place(&self, index: &[usize]) -> Option<*mut T> {
        let inside = index.len() == self.shape.len() && index.iter().zip(&self.shape).all(|(i, n)| i < n);
        let offset = |i: (&usize, &isize)| *i.0 as isize * i.1;
        inside.then(|| {
            self.words.data.wrapping_byte_offset(index.iter().zip(&self.strides).map(offset).sum()).cast()
        })
    }

    /// An item, if there is one.
    #[inline]
    pub(crate) fn read(&self, index: &[usize]) -> Option<T> {
        // SAFETY: `place` gives the address of an item, which is aligned; any bytes are a `T`.
        self.place(index).map(|item| unsafe { item.read_volatile() })
    }

    /// Writes an item, if there is one. The memory must not be read-only.
    #[inline]
    pub(crate) fn write(&self, index: &[usize], value: T) -> Option<()> {
        debug_assert!(!self.readonly());
        // SAFETY: as above.
        self.place(index).map(|item| unsafe { item.write_volatile(value) })
    }

    /// Calls `g` with the address of each item, the last index running fastest.
    fn each(&self, mut g: impl FnMut(*mut T)) {
        let mut index = vec![0; self.shape.len()];
        for _ in 0..self.len() {
            let offset: isize = index.iter().zip(&self.strides).map(|(i, step)| *i as isize * step).sum();
            g(self.words.data.wrapping_byte_offset(offset).cast());
            for (i, len) in index.iter_mut().zip(&self.shape).rev() {
                *i += 1;
                if *i < *len {
                    break;
                }
                *i = 0;
            }
        }
    }

    /// Puts all items into an empty vector that has room for them.
    #[inline]
    pub(crate) fn fill(&self, items: &mut Vec<T>) {
        assert!(items.is_empty() && items.capacity() >= self.len());
        // SAFETY: there is room for all, and `copy_to` writes all.
        unsafe {
            self.copy_to(items.as_mut_ptr());
            items.set_len(self.len());
        }
    }

    /// All items, the last index running fastest.
    pub(crate) fn copy_out(&self, items: &mut [T]) {
        assert_eq!(items.len(), self.len());
        // SAFETY: there is room for all.
        unsafe { self.copy_to(items.as_mut_ptr()) }
    }

    /// # Safety
    /// There is room for all items.
    #[inline]
    unsafe fn copy_to(&self, mut to: *mut T) {
        // SAFETY: as many items lie there, at the addresses that `each` gives. The target is in the same
        // memory only through `unsafe` code, and then a copy that may overlap is right.
        unsafe {
            if self.is_c_contiguous() {
                return std::ptr::copy(self.data(), to, self.len());
            }
            self.each(|place| {
                to.write(place.read_volatile());
                to = to.add(1);
            });
        }
    }

    /// Memory for a block of `n` items, with anything in it.
    #[inline]
    pub(crate) fn block(n: usize) -> Vec<T> {
        // SAFETY: any bytes are a `T`.
        vec![unsafe { std::mem::zeroed() }; n]
    }

    /// The reverse. The memory must not be read-only.
    #[inline]
    pub(crate) fn copy_in(&self, items: &[T]) {
        assert!(items.len() == self.len() && !self.readonly());
        if self.is_c_contiguous() {
            // SAFETY: as in `copy_out`.
            return unsafe { std::ptr::copy(items.as_ptr(), self.data(), items.len()) };
        }
        let mut items = items.iter();
        self.each(|place| {
            if let Some(item) = items.next() {
                // SAFETY: `each` gives addresses of items.
                unsafe { place.write_volatile(*item) };
            }
        });
    }

    /// Items from `start` on of contiguous memory, copied so that it may change meanwhile.
    #[inline]
    pub(crate) fn load(&self, start: usize, items: &mut [T]) {
        assert!(self.is_c_contiguous() && start <= self.len() && items.len() <= self.len() - start);
        // SAFETY: so many items lie there, aligned; the slice is ours.
        unsafe { atomic_copy(self.data().add(start), items.as_mut_ptr(), items.len(), true) }
    }

    /// The reverse. The memory must not be read-only.
    #[inline]
    pub(crate) fn store(&self, start: usize, items: &[T]) {
        assert!(self.is_c_contiguous() && start <= self.len() && items.len() <= self.len() - start);
        assert!(!self.readonly());
        // SAFETY: as above.
        unsafe { atomic_copy(self.data().add(start), items.as_ptr().cast_mut(), items.len(), false) }
    }
}

/// Copies `count` items between shared memory and memory of our own, in relaxed atomic units.
///
/// # Safety
/// Both are good for `count` items and aligned; nobody else sees `own`.
unsafe fn atomic_copy<T>(shared: *mut T, own: *mut T, count: usize, load: bool) {
    macro_rules! units {
        ($($atomic:ty: $unit:ty),*) => { $(
            if align_of::<$atomic>() <= align_of::<T>() && size_of::<T>() % size_of::<$unit>() == 0 {
                for i in 0..count * (size_of::<T>() / size_of::<$unit>()) {
                    // SAFETY: inside both, aligned as just checked.
                    unsafe {
                        let (shared, own) = (<$atomic>::from_ptr(shared.cast::<$unit>().add(i)), own.cast::<$unit>().add(i));
                        if load { own.write(shared.load(Relaxed)) } else { shared.store(own.read(), Relaxed) }
                    }
                }
                return;
            }
        )* };
    }
    #[cfg(target_has_atomic = "64")]
    units!(std::sync::atomic::AtomicU64: u64);
    units!(AtomicU32: u32, AtomicU16: u16, AtomicU8: u8);
}

impl<T> Drop for Export<T> {
    #[inline]
    fn drop(&mut self) {
        let words = &mut self.words;
        // SAFETY: filled by `buffer_get`, given back once, attached.
        let mut release = |f: &mut Frame<'_>| unsafe { f.ctx().buffer_release(words) };
        match self.home.attached() {
            Attached::Here => self.home.enter(release),
            // Dropped inside `detach`: attach for it.
            Attached::No => self.home.attach(&mut release),
            // Not reachable from here: the memory stays pinned.
            Attached::Elsewhere => None,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strides() {
        assert_eq!(*contiguous_strides(&[2, 3, 4], 8), [96, 32, 8]);
        assert_eq!(*contiguous_strides(&[], 8), []);
        assert!(is_contiguous(&[2, 3], &[12, 4], 4));
        assert!(!is_contiguous(&[2, 3], &[4, 8], 4));
        assert!(!is_contiguous(&[3], &[-4], 4));
        assert!(is_contiguous(&[1, 3], &[77, 4], 4), "the step of a single row does not matter");
        assert!(is_contiguous(&[0, 3], &[1, 1], 4), "nothing is contiguous");
    }

    #[test]
    fn atomic_copies() {
        let mut shared = [1.5f64, 2.5, 3.5];
        let mut own = [0.0; 3];
        // SAFETY: arrays of three.
        unsafe {
            atomic_copy(shared.as_mut_ptr(), own.as_mut_ptr(), 3, true);
            assert_eq!(own, [1.5, 2.5, 3.5]);
            own[1] = 9.0;
            atomic_copy(shared.as_mut_ptr(), own.as_mut_ptr(), 3, false);
        }
        assert_eq!(shared, [1.5, 9.0, 3.5]);
    }
}
