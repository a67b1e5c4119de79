//! Integers of every size, exact: what does not fit is an `OverflowError`.

use super::collections::with_slice;
use super::{FromPy, FromPyOwned, Temp, ToPy};
use crate::error::{Error, Result};
use crate::exceptions::{OverflowError, ValueError};
use crate::ffi::{Live, Peeked};
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, ByteArray, Bytes, List};
use hstack_sys::kind;
use std::num::NonZero;

#[inline(always)]
fn signed(f: &Frame<'_>, object: Live<'_>) -> Result<i64> {
    f.api().read_int(object)
}

#[inline(always)]
fn unsigned(f: &Frame<'_>, object: Live<'_>) -> Result<u64> {
    if let Some(value @ 0..) = f.api().small_int(object) {
        return Ok(value as u64);
    }
    let mut value = 0;
    f.api().int_as_u64(object, &mut value)?;
    Ok(value)
}

#[cold]
fn too_big(name: &str) -> Error {
    OverflowError::new_err(format!("Python int does not fit into {name}"))
}

/// The conversions of one type; `from` and `to` are more methods of the two traits.
macro_rules! int {
    ($ty:ty, $read:ident, $make:ident($wide:ty), from { $($from:tt)* } to { $($to:tt)* }) => {
        impl<'f> FromPy<'f> for $ty {
            #[inline(always)]
            fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
                <$ty>::try_from($read(f, object.live())?).map_err(|_| too_big(stringify!($ty)))
            }
            #[inline(always)]
            fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
                <$ty>::try_from($read(f, temp.live())?).map_err(|_| too_big(stringify!($ty)))
            }
            #[inline(always)]
            fn peek(item: Peeked<'_, 'f>) -> Option<Self> {
                <$ty>::try_from(item.int()?).ok()
            }
            $($from)*
        }
        impl FromPyOwned for $ty {}

        impl<'f> ToPy<'f> for $ty {
            #[inline(always)]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                f.api().$make(self as $wide)
            }
            $($to)*
        }
        impl<'f> ToPy<'f> for &$ty {
            #[inline(always)]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                (*self).to_temp(f)
            }
            #[inline(always)]
            fn put_in_dict(self, f: &Frame<'f>, dict: Live<'_>, key: Live<'_>) -> Result {
                (*self).put_in_dict(f, dict, key)
            }
        }
    };
}

/// Types whose every value is an `i64`: through the table's functions for whole lists and for dicts.
macro_rules! small {
    ($($ty:ty)*) => { $(
        int!($ty, signed, int_from_i64(i64),
            from {
                #[inline]
                fn vec_from_py(f: &Frame<'f>, object: Handle<'f, Any>, kinds: u32) -> Option<Result<Vec<Self>>> {
                    let list = exact_list(f, object, kinds)?;
                    Some(list.to_i64s(f).and_then(|values| {
                        let fit = |value| <$ty>::try_from(value).map_err(|_| too_big(stringify!($ty)));
                        values.into_iter().map(fit).collect()
                    }))
                }
                #[inline]
                fn find_in_dict(f: &Frame<'f>, dict: Live<'_>, key: Live<'_>) -> Result<Option<Self>> {
                    let mut value = 0;
                    if !f.api().dict_find_i64(dict, key, &mut value)? {
                        return Ok(None);
                    }
                    <$ty>::try_from(value).map(Some).map_err(|_| too_big(stringify!($ty)))
                }
            }
            to {
                #[inline]
                fn put_in_dict(self, f: &Frame<'f>, dict: Live<'_>, key: Live<'_>) -> Result {
                    f.api().dict_set_i64(dict, key, self as i64)?;
                    Ok(())
                }
                #[inline]
                fn list_to_temp<'a>(items: impl Iterator<Item = Self>, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                    with_slice(items.map(|item| item as i64), |items| f.api().list_of_i64(items))
                }
                #[inline]
                fn slice_to_temp<'a>(items: &[Self], f: &'a Frame<'f>) -> Option<Result<Temp<'a, 'f>>> {
                    Some(Self::list_to_temp(items.iter().copied(), f))
                }
            }
        );
    )* };
}
small!(i8 i16 i32 i64 isize u16 u32);
int!(u64, unsigned, int_from_u64(u64), from {} to {});
int!(usize, unsigned, int_from_u64(u64), from {} to {});

// Vectors and slices of `u8` are bytes.
int!(u8, signed, int_from_i64(i64),
    from {
        #[inline]
        fn vec_from_py(f: &Frame<'f>, object: Handle<'f, Any>, kinds: u32) -> Option<Result<Vec<Self>>> {
            if kinds & kind::BYTES != 0 {
                return Some(object.cast::<Bytes>(f).and_then(|bytes| bytes.to_vec(f)));
            }
            if kinds & kind::BYTEARRAY != 0 {
                return Some(object.cast::<ByteArray>(f).and_then(|bytes| bytes.to_vec(f)));
            }
            None
        }
    }
    to {
        #[inline]
        fn vec_to_temp<'a>(items: Vec<Self>, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
            f.api().bytes_of(&items)
        }
        #[inline]
        fn slice_to_temp<'a>(items: &[Self], f: &'a Frame<'f>) -> Option<Result<Temp<'a, 'f>>> {
            Some(f.api().bytes_of(items))
        }
    }
);

/// The object as a list, when it is one and not of a derived type, which may iterate differently.
pub(super) fn exact_list<'f>(f: &Frame<'f>, object: Handle<'f, Any>, kinds: u32) -> Option<Handle<'f, List>> {
    let is_list = kinds & kind::LIST != 0;
    let list: Handle<crate::types::Type> = f.known_constant(hstack_sys::Constant::List);
    if is_list && object.is_exact_instance(f, list) { object.try_cast(f) } else { None }
}

macro_rules! large {
    ($($ty:ty, $small:ty: $make:ident, $signed:literal;)*) => { $(
        impl<'f> FromPy<'f> for $ty {
            #[inline]
            fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
                let mut bytes = [0; size_of::<$ty>()];
                f.api().int_into_bytes(object.live(), &mut bytes, $signed)?;
                Ok(<$ty>::from_le_bytes(bytes))
            }
            #[inline]
            fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
                let mut bytes = [0; size_of::<$ty>()];
                f.api().int_into_bytes(temp.live(), &mut bytes, $signed)?;
                Ok(<$ty>::from_le_bytes(bytes))
            }
        }
        impl FromPyOwned for $ty {}

        impl<'f> ToPy<'f> for $ty {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                match <$small>::try_from(self) {
                    Ok(small) => f.api().$make(small),
                    Err(_) => f.api().int_of_bytes(&self.to_le_bytes(), $signed),
                }
            }
        }
        impl<'f> ToPy<'f> for &$ty {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                (*self).to_temp(f)
            }
        }
    )* };
}
large! {
    i128, i64: int_from_i64, true;
    u128, u64: int_from_u64, false;
}

macro_rules! non_zero {
    ($($ty:ty)*) => { $(
        /// Zero is a `ValueError`.
        impl<'f> FromPy<'f> for NonZero<$ty> {
            #[inline]
            fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
                NonZero::new(<$ty>::from_py(f, object)?).ok_or_else(zero)
            }
            #[inline]
            fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
                NonZero::new(<$ty>::from_temp(f, temp)?).ok_or_else(zero)
            }
        }
        impl FromPyOwned for NonZero<$ty> {}

        impl<'f> ToPy<'f> for NonZero<$ty> {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                self.get().to_temp(f)
            }
        }
        impl<'f> ToPy<'f> for &NonZero<$ty> {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                self.get().to_temp(f)
            }
        }
    )* };
}
non_zero!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

#[cold]
fn zero() -> Error {
    ValueError::new_err("invalid zero value")
}
