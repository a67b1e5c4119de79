//! Bytes.

use super::{FromPy, Temp, ToPy};
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, ByteArray, Bytes};
use std::borrow::Cow;

/// Borrowed for the frame, which keeps the bytes object alive.
impl<'f> FromPy<'f> for &'f [u8] {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        object.cast::<Bytes>(f)?.as_bytes(f)
    }
}

/// Borrowed from a bytes object, copied from a bytearray.
impl<'f> FromPy<'f> for Cow<'f, [u8]> {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        match object.try_cast::<ByteArray>(f) {
            Some(bytes) => bytes.to_vec(f).map(Cow::Owned),
            None => <&[u8]>::from_py(f, object).map(Cow::Borrowed),
        }
    }
}

impl<'f> ToPy<'f> for Cow<'_, [u8]> {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        f.api().bytes_of(&self)
    }
}
impl<'f> ToPy<'f> for &Cow<'_, [u8]> {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        f.api().bytes_of(self)
    }
}
