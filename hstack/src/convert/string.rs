//! Text and bytes.

use super::{FromPy, FromPyOwned, Temp, ToPy};
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, Bytes, Str};
use std::borrow::Cow;

/// Borrowed for the frame, which keeps the str alive.
impl<'f> FromPy<'f> for &'f str {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        object.cast::<Str>(f)?.as_str(f)
    }
}

/// Borrowed for the frame, which keeps the bytes object alive.
impl<'f> FromPy<'f> for &'f [u8] {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        object.cast::<Bytes>(f)?.as_bytes(f)
    }
}

impl<'f> FromPy<'f> for String {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        <&str>::from_py(f, object).map(str::to_owned)
    }
    #[inline]
    fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
        f.scope(|s| <&str>::from_py(s, s.adopt(temp)).map(str::to_owned))
    }
}
impl FromPyOwned for String {}

macro_rules! text {
    ($($(#[$meta:meta])* [$($life:lifetime)?] $ty:ty;)*) => { $(
        $(#[$meta])*
        impl<'f $(, $life)?> ToPy<'f> for $ty {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                f.api().str_from(self.as_ref())
            }
        }
    )* };
}
text! {
    [] &str;
    [] String;
    [] &String;
    ['x] Cow<'x, str>;
}

impl<'f> ToPy<'f> for &[u8] {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        f.api().bytes_of(self)
    }
}
