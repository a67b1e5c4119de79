//! Paths and text of the operating system, in the file system's encoding: what Python cannot decode
//! becomes lone surrogates, and comes back as it was.

use super::{FromPy, FromPyOwned, Temp, ToPy};
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::imported::Imported;
use crate::types::{Any, Bytes, Str};
use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

static FSPATH: Imported = Imported::new("os", "fspath");
static PATH: Imported = Imported::new("pathlib", "Path");

#[cfg(unix)]
mod system {
    use super::*;
    use std::os::unix::ffi::{OsStrExt, OsStringExt};

    #[inline]
    pub(super) fn from_str<'f>(f: &Frame<'f>, text: Handle<'f, Str>) -> Result<OsString> {
        let bytes = f.api().str_encode_fs(text.live())?;
        Ok(OsString::from_vec(f.api().bytes_data(bytes.live())?.to_vec()))
    }

    pub(super) fn from_bytes(_: &Frame<'_>, bytes: &[u8]) -> Result<OsString> {
        Ok(OsString::from_vec(bytes.to_vec()))
    }

    pub(super) fn to_str<'a, 'f>(f: &'a Frame<'f>, text: &OsStr) -> Result<Temp<'a, 'f>> {
        f.api().decode_fs(text.as_bytes())
    }
}

#[cfg(windows)]
mod system {
    use super::*;
    use std::os::windows::ffi::{OsStrExt, OsStringExt};

    #[inline]
    pub(super) fn from_str<'f>(f: &Frame<'f>, text: Handle<'f, Str>) -> Result<OsString> {
        let bytes = f.api().encode(text.live(), c"utf-16-le", c"surrogatepass")?;
        let units =
            f.api().bytes_data(bytes.live())?.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]]));
        Ok(OsString::from_wide(&units.collect::<Vec<_>>()))
    }

    pub(super) fn from_bytes<'f>(f: &Frame<'f>, bytes: &[u8]) -> Result<OsString> {
        f.scope(|s| from_str(s, s.keep(s.api().decode_fs(bytes))?))
    }

    pub(super) fn to_str<'a, 'f>(f: &'a Frame<'f>, text: &OsStr) -> Result<Temp<'a, 'f>> {
        let bytes: Vec<u8> = text.encode_wide().flat_map(u16::to_le_bytes).collect();
        f.api().decode(&bytes, c"utf-16-le", c"surrogatepass")
    }
}

/// A str.
impl<'f> FromPy<'f> for OsString {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        system::from_str(f, object.cast(f)?)
    }
    #[inline]
    fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
        f.scope(|s| OsString::from_py(s, s.adopt(temp)))
    }
}
impl FromPyOwned for OsString {}

/// A str, bytes, or an object with `__fspath__`, such as `pathlib.Path`.
impl<'f> FromPy<'f> for PathBuf {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        if let Some(text) = object.try_cast::<Str>(f) {
            return Ok(system::from_str(f, text)?.into());
        }
        let path = f.api().call_with(FSPATH.live(f)?, &mut [None, Some(object.live())], 0, None)?;
        f.scope(|s| {
            let path: Handle<Any> = s.adopt(path);
            match path.try_cast::<Bytes>(s) {
                Some(bytes) => Ok(system::from_bytes(s, bytes.as_bytes(s)?)?.into()),
                None => Ok(system::from_str(s, path.cast(s)?)?.into()),
            }
        })
    }
    #[inline]
    fn from_temp(f: &Frame<'f>, temp: Temp<'_, 'f>) -> Result<Self> {
        f.scope(|s| PathBuf::from_py(s, s.adopt(temp)))
    }
}
impl FromPyOwned for PathBuf {}

/// Always owned, as the file system's encoding is another one.
impl<'f> FromPy<'f> for Cow<'f, Path> {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        PathBuf::from_py(f, object).map(Cow::Owned)
    }
}

/// Always owned, as the file system's encoding is another one.
impl<'f> FromPy<'f> for Cow<'f, OsStr> {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        OsString::from_py(f, object).map(Cow::Owned)
    }
}

macro_rules! os_strings {
    ($($ty:ty)*) => { $(
        /// A str.
        impl<'f> ToPy<'f> for $ty {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                system::to_str(f, self.as_ref())
            }
        }
    )* };
}
os_strings!(&OsStr &&OsStr OsString &OsString Cow<'_, OsStr> &Cow<'_, OsStr>);

macro_rules! paths {
    ($($ty:ty)*) => { $(
        /// A `pathlib.Path`.
        impl<'f> ToPy<'f> for $ty {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                let path: &Path = self.as_ref();
                let text = system::to_str(f, path.as_os_str())?;
                f.api().call_with(PATH.live(f)?, &mut [None, Some(text.live())], 0, None)
            }
        }
    )* };
}
paths!(&Path &&Path PathBuf &PathBuf Cow<'_, Path> &Cow<'_, Path>);
