//! The buffer protocol, as an exporter: memory of instances.

use super::Element;
use crate::Atomic;
use crate::error::Result;
use crate::exceptions::ValueError;
use core::ffi::c_void;
use hstack_sys::BUFFER_MAX_DIMENSIONS;
use std::ffi::CStr;
use std::marker::PhantomData;
use std::sync::atomic::*;

/// Memory of an instance, for whoever asks for it with the buffer protocol: `memoryview`, `bytes`, NumPy.
///
/// A class exports it with the method `fn __buffer__(&self) -> Memory<'_>`. The lifetime is that of the
/// instance: what is lent is a part of it, or static, and Rust's own rules keep it in its place as long as
/// the instance lives, which every export prolongs. What stands behind a lock cannot be lent.
///
/// Memory that Python may write to is made of atomics, because it changes while Rust code looks at it.
///
/// ```
/// use hstack::buffer::Memory;
/// use hstack::prelude::*;
/// use std::sync::atomic::AtomicU8;
///
/// #[hstack::class]
/// struct Image {
///     width: usize,
///     pixels: Box<[AtomicU8]>,
/// }
///
/// #[hstack::methods]
/// impl Image {
///     fn __buffer__(&self) -> Result<Memory<'_>> {
///         Memory::writable(&self.pixels).shape(&[self.pixels.len() / self.width, self.width])
///     }
/// }
/// ```
pub struct Memory<'x> {
    pub(crate) data: *const c_void,
    /// How many items there are.
    pub(crate) len: usize,
    pub(crate) item_size: usize,
    pub(crate) format: &'static CStr,
    pub(crate) readonly: bool,
    shape: Shape,
    pub(crate) first_fastest: bool,
    _instance: PhantomData<&'x ()>,
}

/// The lengths of the dimensions. One needs no memory.
enum Shape {
    One(usize),
    Any(Vec<usize>),
}

impl<'x> Memory<'x> {
    /// Items that nobody changes.
    #[inline]
    pub fn new<T: Element>(items: &'x [T]) -> Self {
        Memory::of::<T>(items.as_ptr().cast(), items.len(), true)
    }

    /// Items that Python may change at any time.
    #[inline]
    pub fn writable<A: SharedElement>(items: &'x [A]) -> Self {
        Memory::of::<A::Item>(items.as_ptr().cast(), items.len(), false)
    }

    #[inline]
    fn of<T: Element>(data: *const c_void, len: usize, readonly: bool) -> Self {
        Memory {
            data,
            len,
            item_size: size_of::<T>(),
            format: T::FORMAT,
            readonly,
            shape: Shape::One(len),
            first_fastest: false,
            _instance: PhantomData,
        }
    }

    /// The same memory, but Python may not change it.
    #[inline]
    pub fn readonly(self) -> Self {
        Memory { readonly: true, ..self }
    }

    /// The same items in several dimensions, the last index running fastest.
    ///
    /// # Errors
    /// `ValueError` when the lengths do not multiply to the number of items, or are more than 64.
    #[inline]
    pub fn shape(self, shape: &[usize]) -> Result<Self> {
        let count = shape.iter().try_fold(1, |count: usize, &len| count.checked_mul(len));
        if count != Some(self.len) || shape.len() > BUFFER_MAX_DIMENSIONS {
            return Err(ValueError::new_err(format!("{} items cannot have the shape {shape:?}", self.len)));
        }
        Ok(Memory { shape: Shape::Any(shape.to_vec()), ..self })
    }

    /// The same items, the first index running fastest, as in Fortran.
    #[inline]
    pub fn first_index_fastest(self) -> Self {
        Memory { first_fastest: true, ..self }
    }

    /// The length of each dimension.
    #[inline]
    pub(crate) fn lengths(&self) -> &[usize] {
        match &self.shape {
            Shape::One(len) => std::slice::from_ref(len),
            Shape::Any(lengths) => lengths,
        }
    }

    /// Calls `g` with each dimension, its length and its step in bytes.
    #[inline]
    pub(crate) fn each(&self, mut g: impl FnMut(usize, usize, isize)) {
        let lengths = self.lengths();
        let mut step = self.item_size as isize;
        for i in 0..lengths.len() {
            let dimension = if self.first_fastest { i } else { lengths.len() - 1 - i };
            g(dimension, lengths[dimension], step);
            step *= lengths[dimension] as isize;
        }
    }
}

/// An item that may change while it is shared: an atomic.
///
/// # Safety
/// The type is laid out as `Item` is, and may be written by others while it is shared.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be memory that Python writes to",
    label = "not an atomic",
    note = "use the atomics of `std`, or `hstack::Atomic` of `f64`, `i64` or `u64`; memory that nobody changes is `Memory::new`"
)]
pub unsafe trait SharedElement: Sync + 'static {
    /// What Python sees.
    type Item: Element;
}

macro_rules! shared {
    ($($ty:ty: $item:ty,)*) => { $(
        // SAFETY: an atomic has the layout of its number, and changes while it is shared.
        unsafe impl SharedElement for $ty {
            type Item = $item;
        }
        const _: () = assert!(size_of::<$ty>() == size_of::<$item>());
    )* };
}
shared! {
    AtomicI8: i8, AtomicI16: i16, AtomicI32: i32, AtomicI64: i64, AtomicIsize: isize,
    AtomicU8: u8, AtomicU16: u16, AtomicU32: u32, AtomicU64: u64, AtomicUsize: usize,
    Atomic<f64>: f64, Atomic<i64>: i64, Atomic<u64>: u64,
}

/// What `__buffer__` may return: memory, or a `Result` of it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of `__buffer__`",
    label = "not `Memory`",
    note = "return `Memory<'_>`, or `Result` of it"
)]
pub trait MemoryOutcome<'x> {
    /// The memory.
    fn memory(self) -> Result<Memory<'x>>;
}

impl<'x> MemoryOutcome<'x> for Memory<'x> {
    #[inline]
    fn memory(self) -> Result<Memory<'x>> {
        Ok(self)
    }
}

impl<'x, E: Into<crate::Error>> MemoryOutcome<'x> for Result<Memory<'x>, E> {
    #[inline]
    fn memory(self) -> Result<Memory<'x>> {
        self.map_err(Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_of_dimensions() {
        let steps = |memory: Memory<'_>| {
            let mut steps = vec![0; memory.lengths().len()];
            memory.each(|dimension, _, step| steps[dimension] = step);
            steps
        };
        let items = [0i32; 24];
        let memory = |shape: &[usize]| Memory::new(&items).shape(shape).unwrap();
        assert_eq!(steps(memory(&[2, 3, 4])), [48, 16, 4]);
        assert_eq!(steps(memory(&[2, 3, 4]).first_index_fastest()), [4, 8, 24]);
        assert_eq!(steps(memory(&[24])), [4]);
        assert_eq!(steps(Memory::new(&items[..1]).shape(&[]).unwrap()), []);
    }
}
