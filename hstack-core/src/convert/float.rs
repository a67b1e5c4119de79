//! Floats and bool.

use super::collections::with_slice;
use super::{FromPy, FromPyOwned, Temp, ToPy};
use crate::error::Result;
use crate::ffi::{Live, Peeked};
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, Bool};

#[inline(always)]
fn read(f: &Frame<'_>, object: Live<'_>) -> Result<f64> {
    f.api().read_float(object)
}

macro_rules! float {
    ($($ty:ty)*) => { $(
        impl<'f> FromPy<'f> for $ty {
            #[inline(always)]
            fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
                Ok(read(f, object.live())? as $ty)
            }
            #[inline(always)]
            fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
                Ok(read(f, temp.live())? as $ty)
            }
            #[inline(always)]
            fn peek(item: Peeked<'_, 'f>) -> Option<Self> {
                Some(item.float()? as $ty)
            }
            #[inline]
            fn vec_from_py(f: &Frame<'f>, object: Handle<'f, Any>, kinds: u32) -> Option<Result<Vec<Self>>> {
                let values = super::int::exact_list(f, object, kinds)?.to_f64s(f);
                Some(values.map(|values| values.into_iter().map(|value| value as $ty).collect()))
            }
        }
        impl FromPyOwned for $ty {}

        impl<'f> ToPy<'f> for $ty {
            #[inline(always)]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                f.api().float_from_f64(self.into())
            }
            #[inline]
            fn list_to_temp<'a>(items: impl Iterator<Item = Self>, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                with_slice(items.map(f64::from), |items| f.api().list_of_f64(items))
            }
            #[inline]
            fn slice_to_temp<'a>(items: &[Self], f: &'a Frame<'f>) -> Option<Result<Temp<'a, 'f>>> {
                Some(Self::list_to_temp(items.iter().copied(), f))
            }
        }
        impl<'f> ToPy<'f> for &$ty {
            #[inline(always)]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                (*self).to_temp(f)
            }
        }
    )* };
}
float!(f64 f32);

impl<'f> FromPy<'f> for bool {
    #[inline(always)]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        if object.is(f, f.bool(true)) {
            return Ok(true);
        }
        Ok(object.cast::<Bool>(f)?.is_true(f))
    }
    const DECLINES: bool = true;
    #[inline]
    fn try_from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<Self>> {
        Ok(object.try_cast::<Bool>(f).map(|truth| truth.is_true(f)))
    }
    #[inline(always)]
    fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
        // `True` and `False` live as long as the interpreter: the slot is for the error path.
        match temp.raw() {
            r if r == f.bool(true).raw() => Ok(true),
            r if r == f.bool(false).raw() => Ok(false),
            _ => bool::from_py(f, f.push(temp)),
        }
    }
}
impl FromPyOwned for bool {}

impl<'f> ToPy<'f> for bool {
    #[inline(always)]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        Ok(Temp::of(f, f.bool(self).live()))
    }
}
impl<'f> ToPy<'f> for &bool {
    #[inline(always)]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        (*self).to_temp(f)
    }
}
