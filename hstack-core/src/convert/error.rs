//! Errors of the standard library as Python exceptions, for `?`.

use super::{Temp, ToPy};
use crate::error::{Error, Result};
use crate::exceptions::*;
use crate::frame::Frame;
use crate::imported::Imported;
use std::convert::Infallible;
use std::io::{self, ErrorKind};
use std::str::Utf8Error;

macro_rules! by_message {
    ($($class:ident: $($ty:ty)*;)*) => { $($(
        #[doc = concat!("`", stringify!($class), "` with the error's message.")]
        impl From<$ty> for Error {
            #[cold]
            #[inline]
            fn from(error: $ty) -> Error {
                $class::new_err(error.to_string())
            }
        }
    )*)* };
}
by_message! {
    ValueError: std::num::ParseIntError std::num::ParseFloatError std::num::TryFromIntError
        std::str::ParseBoolError std::char::ParseCharError std::char::CharTryFromError
        std::char::TryFromCharError std::array::TryFromSliceError std::net::AddrParseError
        std::ffi::NulError std::ffi::FromBytesWithNulError std::ffi::FromBytesUntilNulError
        std::ffi::FromVecWithNulError std::time::SystemTimeError;
    UnicodeError: Utf8Error std::char::DecodeUtf16Error std::string::FromUtf16Error;
    MemoryError: std::collections::TryReserveError;
    RuntimeError: std::fmt::Error std::thread::AccessError std::sync::mpsc::RecvError;
}

impl From<Infallible> for Error {
    #[inline]
    fn from(error: Infallible) -> Error {
        match error {}
    }
}

/// The arguments of a `UnicodeDecodeError`.
struct Undecodable {
    bytes: Vec<u8>,
    start: usize,
    end: usize,
    reason: &'static str,
}

impl Undecodable {
    /// As Python's own decoder says it.
    #[inline]
    fn new(bytes: Vec<u8>, error: Utf8Error) -> Self {
        let start = error.valid_up_to();
        let (end, reason) = match (error.error_len(), bytes.get(start)) {
            (None, _) => (bytes.len(), "unexpected end of data"),
            (Some(n), Some(0x80..=0xc1 | 0xf5..)) => (start + n, "invalid start byte"),
            (Some(n), _) => (start + n, "invalid continuation byte"),
        };
        Undecodable { bytes, start, end, reason }
    }
}

impl<'f> ToPy<'f> for Undecodable {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        ("utf-8", self.bytes, self.start, self.end, self.reason).to_temp(f)
    }
}

/// `UnicodeDecodeError` with the bytes and the place.
impl From<std::string::FromUtf8Error> for Error {
    #[cold]
    #[inline]
    fn from(error: std::string::FromUtf8Error) -> Error {
        let reason = error.utf8_error();
        UnicodeDecodeError::with_args(Undecodable::new(error.into_bytes(), reason))
    }
}

/// `UnicodeDecodeError` with the bytes and the place.
impl From<std::ffi::IntoStringError> for Error {
    #[cold]
    #[inline]
    fn from(error: std::ffi::IntoStringError) -> Error {
        let reason = error.utf8_error();
        UnicodeDecodeError::with_args(Undecodable::new(error.into_cstring().into_bytes(), reason))
    }
}

/// The arguments of an `OSError` from the number of the operating system.
struct Numbered(i32);

static STRERROR: Imported = Imported::new("os", "strerror");

impl<'f> ToPy<'f> for Numbered {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        if cfg!(windows) {
            // The number is a `winerror`, from which `OSError` finds the errno by itself.
            let text = io::Error::from_raw_os_error(self.0).to_string();
            let text = text.split(" (os error").next().unwrap_or_default();
            return (0, text, (), self.0).to_temp(f);
        }
        let number = self.0.to_temp(f)?;
        let text = f.api().call_with(STRERROR.live(f)?, &mut [None, Some(number.live())], 0, None)?;
        f.api().tuple_of(&[number.live(), text.live()])
    }
}

/// `OSError(errno, strerror)`, so the subclass of the number; without a number, the subclass of the
/// kind. An [`Error`] inside comes out unchanged.
impl From<io::Error> for Error {
    #[cold]
    #[inline]
    fn from(error: io::Error) -> Error {
        if let Some(number) = error.raw_os_error() {
            return OSError::with_args(Numbered(number));
        }
        let kind = error.kind();
        let text = error.to_string();
        if let Some(Ok(inner)) = error.into_inner().map(|inner| inner.downcast::<Error>()) {
            return *inner;
        }
        match kind {
            ErrorKind::NotFound => FileNotFoundError::new_err(text),
            ErrorKind::PermissionDenied => PermissionError::new_err(text),
            ErrorKind::ConnectionRefused => ConnectionRefusedError::new_err(text),
            ErrorKind::ConnectionReset => ConnectionResetError::new_err(text),
            ErrorKind::ConnectionAborted => ConnectionAbortedError::new_err(text),
            ErrorKind::BrokenPipe => BrokenPipeError::new_err(text),
            ErrorKind::AlreadyExists => FileExistsError::new_err(text),
            ErrorKind::WouldBlock => BlockingIOError::new_err(text),
            ErrorKind::TimedOut => TimeoutError::new_err(text),
            ErrorKind::Interrupted => InterruptedError::new_err(text),
            ErrorKind::IsADirectory => IsADirectoryError::new_err(text),
            ErrorKind::NotADirectory => NotADirectoryError::new_err(text),
            _ => OSError::new_err(text),
        }
    }
}

/// As [`io::Error`].
impl<W: Send + std::fmt::Debug> From<io::IntoInnerError<W>> for Error {
    #[cold]
    #[inline]
    fn from(error: io::IntoInnerError<W>) -> Error {
        error.into_error().into()
    }
}

/// An [`Error`] inside comes out unchanged; any other is a `RuntimeError` with the chain of messages.
impl From<Box<dyn std::error::Error + Send + Sync>> for Error {
    #[cold]
    #[inline]
    fn from(error: Box<dyn std::error::Error + Send + Sync>) -> Error {
        match error.downcast::<Error>() {
            Ok(error) => *error,
            Err(error) => RuntimeError::new_err(chain(error.to_string(), error.source())),
        }
    }
}

/// "message", and what caused it, as `anyhow` and `eyre` show it, too.
#[inline]
pub(super) fn chain(mut text: String, mut cause: Option<&(dyn std::error::Error + 'static)>) -> String {
    let mut heading = "\n\nCaused by:";
    while let Some(error) = cause {
        text = format!("{text}{heading}\n    {error}");
        heading = "";
        cause = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[inline]
    fn reason(bytes: &[u8]) -> (usize, usize, &'static str) {
        let error = std::str::from_utf8(bytes).unwrap_err();
        let Undecodable { start, end, reason, .. } = Undecodable::new(bytes.to_vec(), error);
        (start, end, reason)
    }

    /// What CPython's decoder says.
    #[test]
    fn utf8_reasons() {
        assert_eq!(reason(b"ab\xff"), (2, 3, "invalid start byte"));
        assert_eq!(reason(b"\x80"), (0, 1, "invalid start byte"));
        assert_eq!(reason(b"\xc0\xaf"), (0, 1, "invalid start byte"));
        assert_eq!(reason(b"\xc3("), (0, 1, "invalid continuation byte"));
        assert_eq!(reason(b"\xe2\x82("), (0, 2, "invalid continuation byte"));
        assert_eq!(reason(b"a\xe2\x82"), (1, 3, "unexpected end of data"));
        assert_eq!(reason(b"\xed\xa0\x80"), (0, 1, "invalid continuation byte"));
    }

    #[test]
    fn causes() {
        #[derive(Debug)]
        struct Outer(std::fmt::Error);
        impl std::fmt::Display for Outer {
            #[inline]
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str("outer")
            }
        }
        impl std::error::Error for Outer {
            #[inline]
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                Some(&self.0)
            }
        }
        let outer = Outer(std::fmt::Error);
        let text = chain(outer.to_string(), std::error::Error::source(&outer));
        assert!(text.starts_with("outer\n\nCaused by:\n    an error occurred"), "{text}");
    }
}
