//! Small values that change while they are shared.

use std::fmt;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicU64, Ordering};

/// A small `Copy` value that is read and written whole, through `&self`, by any thread: what a property
/// of a class that Python may set is kept in.
///
/// Reads acquire, writes release. The values are numbers, `bool`, `char`, pairs of 32-bit numbers and
/// options of what has 32 bits: [`AtomicValue`].
///
/// ```
/// use hstack::Atomic;
///
/// #[hstack::class]
/// struct Point {
///     #[hstack(get, set)]
///     x: Atomic<f64>,
/// }
///
/// let point = Point { x: Atomic::new(1.5) };
/// point.x.update(|x| x * 2.0);
/// assert_eq!(point.x.get(), 3.0);
/// ```
#[repr(transparent)]
pub struct Atomic<T> {
    bits: AtomicU64,
    _value: PhantomData<T>,
}

/// What an [`Atomic`] can hold: a `Copy` value that is its bits.
#[diagnostic::on_unimplemented(
    message = "an `Atomic` cannot hold a `{Self}`",
    label = "not a small plain value",
    note = "an `Atomic` holds numbers up to 64 bits, `bool` and `char`: write `Lock<{Self}>`"
)]
pub trait AtomicValue: Copy + sealed::Sealed {
    #[doc(hidden)]
    fn to_bits(self) -> u64;
    #[doc(hidden)]
    fn from_bits(bits: u64) -> Self;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! values {
    ($($ty:ty: |$value:ident| $to:expr, |$bits:ident| $from:expr;)*) => { $(
        impl sealed::Sealed for $ty {}
        impl AtomicValue for $ty {
            #[inline(always)]
            fn to_bits(self) -> u64 { let $value = self; $to }
            #[inline(always)]
            fn from_bits($bits: u64) -> Self { $from }
        }
    )* };
    (numbers $($ty:ty)*) => { values! { $($ty: |value| value as u64, |bits| bits as $ty;)* } };
    (small $($ty:ty)*) => { values! { $(
        ($ty, $ty): |pair| half(pair.0) << 32 | half(pair.1), |bits| (of_half(bits >> 32), of_half(bits));
        Option<$ty>: |value| value.map_or(0, |value| 1 << 32 | half(value)),
            |bits| (bits >> 32 != 0).then(|| of_half(bits));
    )* } };
}
values! { numbers i8 i16 i32 i64 isize u8 u16 u32 u64 usize }
values! {
    f32: |value| value.to_bits().into(), |bits| f32::from_bits(bits as u32);
    f64: |value| value.to_bits(), |bits| f64::from_bits(bits);
    bool: |value| value.into(), |bits| bits != 0;
    char: |value| u32::from(value).into(), |bits| char::from_u32(bits as u32).unwrap_or_default();
}
values! { small i32 u32 f32 char bool }

/// The lower 32 bits of a value's.
#[inline(always)]
fn half<T: AtomicValue>(value: T) -> u64 {
    value.to_bits() & u64::from(u32::MAX)
}

/// The value of 32 bits.
#[inline(always)]
fn of_half<T: AtomicValue>(bits: u64) -> T {
    T::from_bits(bits & u64::from(u32::MAX))
}

impl<T: AtomicValue> Atomic<T> {
    /// Holds a value.
    #[inline]
    pub fn new(value: T) -> Self {
        Atomic { bits: AtomicU64::new(value.to_bits()), _value: PhantomData }
    }

    /// The value.
    #[inline(always)]
    pub fn get(&self) -> T {
        T::from_bits(self.bits.load(Ordering::Acquire))
    }

    /// Sets the value.
    #[inline(always)]
    pub fn set(&self, value: T) {
        self.bits.store(value.to_bits(), Ordering::Release);
    }

    /// Sets the value, and returns the one before.
    #[inline]
    pub fn replace(&self, value: T) -> T {
        T::from_bits(self.bits.swap(value.to_bits(), Ordering::AcqRel))
    }

    /// Changes the value, and returns the one before. `change` is called again when another thread was
    /// faster.
    #[inline]
    pub fn update(&self, mut change: impl FnMut(T) -> T) -> T {
        let mut bits = self.bits.load(Ordering::Acquire);
        loop {
            let new = change(T::from_bits(bits)).to_bits();
            match self.bits.compare_exchange_weak(bits, new, Ordering::AcqRel, Ordering::Acquire) {
                Ok(old) => return T::from_bits(old),
                Err(now) => bits = now,
            }
        }
    }
}

impl<T: AtomicValue + Default> Default for Atomic<T> {
    #[inline]
    fn default() -> Self {
        Atomic::new(T::default())
    }
}

impl<T: AtomicValue> From<T> for Atomic<T> {
    #[inline]
    fn from(value: T) -> Self {
        Atomic::new(value)
    }
}

impl<T: AtomicValue> Clone for Atomic<T> {
    #[inline]
    fn clone(&self) -> Self {
        Atomic::new(self.get())
    }
}

impl<T: AtomicValue + PartialEq> PartialEq for Atomic<T> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}
impl<T: AtomicValue + Eq> Eq for Atomic<T> {}

impl<T: AtomicValue + PartialOrd> PartialOrd for Atomic<T> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        self.get().partial_cmp(&other.get())
    }
}

impl<T: AtomicValue + fmt::Debug> fmt::Debug for Atomic<T> {
    #[inline]
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept<T: AtomicValue + PartialEq + fmt::Debug>(values: &[T]) {
        for &value in values {
            assert_eq!(Atomic::new(value).get(), value);
        }
    }

    #[test]
    fn values_are_kept() {
        kept(&[i64::MIN, -1, 0, i64::MAX]);
        kept(&[i8::MIN, -1, 0, i8::MAX]);
        kept(&[u64::MAX, 0]);
        kept(&[1.5f64, -0.0, f64::INFINITY]);
        kept(&[1.5f32, -0.0]);
        kept(&[true, false]);
        kept(&['a', '\u{10ffff}']);
        kept(&[(-1i32, 7i32), (i32::MIN, i32::MAX)]);
        kept(&[(-1.5f32, 7.0)]);
        kept(&[Some(-1i32), None, Some(0)]);
        kept(&[Some('\0'), None]);
    }

    #[test]
    fn updates_are_not_lost() {
        let n = Atomic::new(0i32);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    (0..1000).for_each(|_| {
                        n.update(|n| n + 1);
                    })
                });
            }
        });
        assert_eq!((n.replace(5), n.get()), (4000, 5));
    }
}
