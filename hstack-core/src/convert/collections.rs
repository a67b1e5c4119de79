//! Vectors, slices and arrays.

use super::{FromPy, FromPyOwned, Temp, ToPy};
use crate::error::{Error, Result};
use crate::exceptions::{TypeError, ValueError};
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, List};
use hstack_sys::kind;
use std::cell::Cell;

/// How many items of a list are asked for at once.
const CHUNK: usize = 32;

/// All items of a list.
pub(crate) fn vec_from_list<'f, T: FromPy<'f>>(f: &Frame<'f>, list: Handle<'f, List>) -> Result<Vec<T>> {
    if let Some(done) = T::vec_from_py(f, *list, kind::LIST) {
        return done;
    }
    let mut items = Vec::with_capacity(list.len(f)?);
    let mut chunk = [const { None }; CHUNK];
    // The end is found, not computed: converting an item may change the list.
    while f.api().list_chunk(list.live(), items.len(), &mut chunk)? > 0 {
        for item in chunk.iter_mut().map_while(Option::take) {
            items.push(T::from_temp(f, item)?);
        }
    }
    Ok(items)
}

/// A list of converted items.
pub(super) fn list_of<'a, 'f, T: ToPy<'f>>(
    f: &'a Frame<'f>,
    items: impl IntoIterator<Item = T>,
) -> Result<Temp<'a, 'f>> {
    let list = f.api().list_of(&[])?;
    for item in items {
        item.lend(f, |item| f.api().list_append(list.live(), item))?;
    }
    Ok(list)
}

/// So many numbers need no memory on their way into a list.
const FEW: usize = 16;

/// Lends numbers one behind the other.
#[inline]
pub(super) fn with_slice<T: Copy + Default, R>(
    mut items: impl Iterator<Item = T>,
    g: impl FnOnce(&[T]) -> R,
) -> R {
    if items.size_hint().0 > FEW {
        return g(&items.collect::<Vec<_>>());
    }
    let mut few = [T::default(); FEW];
    let mut count = 0;
    for (place, item) in few.iter_mut().zip(items.by_ref()) {
        *place = item;
        count += 1;
    }
    match (count == FEW).then(|| items.next()).flatten() {
        None => g(&few[..count]),
        Some(next) => g(&few.into_iter().chain([next]).chain(items).collect::<Vec<_>>()),
    }
}

/// Any iterable but a str, whose letters are rarely meant, and a dict, whose values would be lost.
impl<'f, T: FromPy<'f>> FromPy<'f> for Vec<T> {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        let kinds = object.kinds(f);
        if kinds & (kind::STR | kind::DICT) != 0 {
            return Err(not_a_sequence(if kinds & kind::STR != 0 { "str" } else { "dict" }));
        }
        if let Some(list) = super::int::exact_list(f, object, kinds) {
            return vec_from_list(f, list);
        }
        if let Some(done) = T::vec_from_py(f, object, kinds) {
            return done;
        }
        let iterator = object.try_iter(f)?;
        let mut items = Vec::new();
        while let Some(item) = iterator.next(f)? {
            items.push(item);
        }
        Ok(items)
    }
}
impl<T: FromPyOwned> FromPyOwned for Vec<T> {}

#[cold]
fn not_a_sequence(got: &str) -> Error {
    TypeError::new_err(format!("expected a sequence, got {got}"))
}

/// A sequence of exactly this length.
impl<'f, T: FromPy<'f>, const N: usize> FromPy<'f> for [T; N] {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        Vec::from_py(f, object)?.try_into().map_err(|items: Vec<T>| {
            ValueError::new_err(format!("expected a sequence of length {N}, got one of {}", items.len()))
        })
    }
}
impl<T: FromPyOwned, const N: usize> FromPyOwned for [T; N] {}

impl<'f, T: FromPy<'f>> FromPy<'f> for Box<[T]> {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        Vec::from_py(f, object).map(Vec::into_boxed_slice)
    }
}
impl<T: FromPyOwned> FromPyOwned for Box<[T]> {}

/// A list; bytes of `u8`.
impl<'f, T: ToPy<'f>> ToPy<'f> for Vec<T> {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        T::vec_to_temp(self, f)
    }
}

/// A list; bytes of `u8`.
impl<'f, T: ToPy<'f>> ToPy<'f> for Box<[T]> {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        T::vec_to_temp(self.into_vec(), f)
    }
}

/// A list; bytes of `u8`.
impl<'f, T: ToPy<'f>, const N: usize> ToPy<'f> for [T; N] {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        match T::slice_to_temp(&self, f) {
            Some(done) => done,
            None => list_of(f, self),
        }
    }
}

/// A list; bytes of `u8`.
impl<'f, 'x, T: ToPy<'f>> ToPy<'f> for &'x [T]
where
    &'x T: ToPy<'f>,
{
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        match T::slice_to_temp(self, f) {
            Some(done) => done,
            None => list_of(f, self),
        }
    }
}

macro_rules! borrowed {
    ($([$($generics:tt)*] $ty:ty;)*) => { $(
        /// A list; bytes of `u8`.
        impl<'f, 'x, T: ToPy<'f>, $($generics)*> ToPy<'f> for &'x $ty
        where
            &'x T: ToPy<'f>,
        {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                self[..].to_temp(f)
            }
        }
    )* };
}
borrowed! {
    [] Vec<T>;
    [] Box<[T]>;
    [const N: usize] [T; N];
}

/// Its value.
impl<'f, T: FromPy<'f>> FromPy<'f> for Cell<T> {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        T::from_py(f, object).map(Cell::new)
    }
    #[inline]
    fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
        T::from_temp(f, temp).map(Cell::new)
    }
}
impl<T: FromPyOwned> FromPyOwned for Cell<T> {}

/// Its value.
impl<'f, T: ToPy<'f> + Copy> ToPy<'f> for Cell<T> {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        self.get().to_temp(f)
    }
}
/// Its value.
impl<'f, T: ToPy<'f> + Copy> ToPy<'f> for &Cell<T> {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        self.get().to_temp(f)
    }
}
