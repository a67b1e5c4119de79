//! Errors of the standard library become exceptions.

/// Errors of the standard library.
#[hstack::module(submodule)]
pub mod std_errors {
    use hstack::function;
    use hstack::prelude::*;
    use std::io::{Error as IoError, ErrorKind};

    #[function]
    pub fn parse_int(text: &str) -> Result<i64> {
        Ok(text.parse::<i64>()?)
    }

    #[function]
    pub fn parse_float(text: &str) -> Result<f64> {
        Ok(text.parse::<f64>()?)
    }

    #[function]
    pub fn utf8(data: Vec<u8>) -> Result<String> {
        Ok(String::from_utf8(data)?)
    }

    #[function]
    pub fn os_error(number: i32) -> Result {
        Err(IoError::from_raw_os_error(number))?;
        Ok(())
    }

    #[function]
    pub fn open(path: &str) -> Result {
        std::fs::File::open(path)?;
        Ok(())
    }

    #[function]
    pub fn io_kind(name: &str) -> Result {
        let kind = match name {
            "FileNotFoundError" => ErrorKind::NotFound,
            "PermissionError" => ErrorKind::PermissionDenied,
            "ConnectionRefusedError" => ErrorKind::ConnectionRefused,
            "ConnectionResetError" => ErrorKind::ConnectionReset,
            "ConnectionAbortedError" => ErrorKind::ConnectionAborted,
            "BrokenPipeError" => ErrorKind::BrokenPipe,
            "FileExistsError" => ErrorKind::AlreadyExists,
            "BlockingIOError" => ErrorKind::WouldBlock,
            "TimeoutError" => ErrorKind::TimedOut,
            "InterruptedError" => ErrorKind::Interrupted,
            _ => ErrorKind::Other,
        };
        Err(IoError::new(kind, "the message"))?;
        Ok(())
    }

    /// An exception inside an `io::Error` comes out unchanged.
    #[function]
    pub fn through_io(f: &Frame, callable: Handle<Any>) -> Result {
        callable.call::<()>(f, ()).map_err(IoError::other)?;
        Ok(())
    }

    /// An exception inside a `Box<dyn Error>` comes out unchanged.
    #[function]
    pub fn through_box(
        f: &Frame,
        callable: Handle<Any>,
    ) -> std::result::Result<(), Box<dyn std::error::Error + Send + Sync>> {
        callable.call::<()>(f, ())?;
        Ok(())
    }

    #[function]
    pub fn boxed_text(text: String) -> std::result::Result<(), Box<dyn std::error::Error + Send + Sync>> {
        Err(text.into())
    }
}
