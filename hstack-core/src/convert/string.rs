//! Text.

use super::{FromPy, FromPyOwned, Temp, ToPy};
use crate::error::Result;
use crate::exceptions::ValueError;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, Bytes, Str};
use std::borrow::Cow;
use std::ffi::{CStr, CString};

/// Borrowed for the frame, which keeps the str alive.
impl<'f> FromPy<'f> for &'f str {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        object.cast::<Str>(f)?.as_str(f)
    }
    const DECLINES: bool = true;
    #[inline]
    fn try_from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<Self>> {
        object.try_cast::<Str>(f).map(|text| text.as_str(f)).transpose()
    }
}

/// Borrowed for the frame, which keeps the str alive.
impl<'f> FromPy<'f> for Cow<'f, str> {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        <&str>::from_py(f, object).map(Cow::Borrowed)
    }
    const DECLINES: bool = true;
    #[inline]
    fn try_from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<Self>> {
        Ok(<&str>::try_from_py(f, object)?.map(Cow::Borrowed))
    }
}

impl<'f> FromPy<'f> for String {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        <&str>::from_py(f, object).map(str::to_owned)
    }
    const DECLINES: bool = true;
    #[inline]
    fn try_from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<Self>> {
        Ok(<&str>::try_from_py(f, object)?.map(str::to_owned))
    }
    #[inline]
    fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
        f.scope(|s| <&str>::from_py(s, s.adopt(temp)).map(str::to_owned))
    }
}
impl FromPyOwned for String {}

impl<'f> FromPy<'f> for Box<str> {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        <&str>::from_py(f, object).map(Into::into)
    }
    const DECLINES: bool = true;
    #[inline]
    fn try_from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<Self>> {
        Ok(<&str>::try_from_py(f, object)?.map(Into::into))
    }
    #[inline]
    fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
        String::from_temp(f, temp).map(Into::into)
    }
}
impl FromPyOwned for Box<str> {}

/// A str of one character.
impl<'f> FromPy<'f> for char {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        let text = object.cast::<Str>(f)?;
        if text.len(f)? != 1 {
            return Err(ValueError::new_err("expected a str of one character"));
        }
        text.char_at(f, 0)
    }
    #[inline]
    fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
        f.scope(|s| char::from_py(s, s.adopt(temp)))
    }
}
impl FromPyOwned for char {}

impl<'f> ToPy<'f> for char {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        f.api().str_from(self.encode_utf8(&mut [0; 4]))
    }
}
impl<'f> ToPy<'f> for &char {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        (*self).to_temp(f)
    }
}

/// A str, as UTF-8, or a bytes object. A NUL inside is a `ValueError`.
impl<'f> FromPy<'f> for CString {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        match object.try_cast::<Bytes>(f) {
            Some(bytes) => Ok(CString::new(bytes.as_bytes(f)?)?),
            None => Ok(CString::new(<&str>::from_py(f, object)?)?),
        }
    }
    #[inline]
    fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
        f.scope(|s| CString::from_py(s, s.adopt(temp)))
    }
}
impl FromPyOwned for CString {}

macro_rules! text {
    ($($ty:ty => $get:ident;)*) => { $(
        impl<'f> ToPy<'f> for $ty {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                let text: &str = self.$get();
                f.api().str_from(text)
            }
        }
    )* };
}
text! {
    &str => as_ref;
    &&str => as_ref;
    String => as_ref;
    &String => as_ref;
    Cow<'_, str> => as_ref;
    &Cow<'_, str> => as_ref;
    Box<str> => as_ref;
    &Box<str> => as_ref;
}

macro_rules! c_text {
    ($($ty:ty)*) => { $(
        /// A str of UTF-8. `UnicodeDecodeError` when it is none.
        impl<'f> ToPy<'f> for $ty {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                let text: &CStr = self.as_ref();
                f.api().decode(text.to_bytes(), c"utf-8", c"strict")
            }
        }
    )* };
}
c_text!(&CStr CString &CString Cow<'_, CStr> &Cow<'_, CStr>);
