//! Integers of every size, exact: what does not fit is an `OverflowError`.

use super::{FromPy, FromPyOwned, Temp, ToPy};
use crate::error::Result;
use crate::exceptions::OverflowError;
use crate::ffi::Live;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::Any;

#[inline(always)]
fn signed(f: &Frame<'_>, object: Live<'_>) -> Result<i64> {
    let mut value = 0;
    f.api().int_as_i64(object, &mut value)?;
    Ok(value)
}

#[inline(always)]
fn unsigned(f: &Frame<'_>, object: Live<'_>) -> Result<u64> {
    let mut value = 0;
    f.api().int_as_u64(object, &mut value)?;
    Ok(value)
}

#[cold]
fn too_big(name: &str) -> crate::Error {
    OverflowError::new_err(format!("Python int does not fit into {name}"))
}

macro_rules! small {
    ($($read:ident $from:ident $wide:ty: $($ty:ty)*;)*) => { $($(
        impl<'f> FromPy<'f> for $ty {
            #[inline(always)]
            fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
                <$ty>::try_from($read(f, object.live())?).map_err(|_| too_big(stringify!($ty)))
            }
            #[inline(always)]
            fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
                <$ty>::try_from($read(f, temp.live())?).map_err(|_| too_big(stringify!($ty)))
            }
        }
        impl FromPyOwned for $ty {}

        impl<'f> ToPy<'f> for $ty {
            #[inline(always)]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                f.api().$from(self as $wide)
            }
        }
        impl<'f> ToPy<'f> for &$ty {
            #[inline(always)]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                (*self).to_temp(f)
            }
        }
    )*)* };
}
small! {
    signed int_from_i64 i64: i8 i16 i32 i64 isize;
    unsigned int_from_u64 u64: u8 u16 u32 u64 usize;
}
