//! `?` from `eyre::Report`.

use super::error::chain;
use crate::error::Error;
use crate::exceptions::RuntimeError;

/// A Python exception that it holds, and nothing else, comes out unchanged; any other is a
/// `RuntimeError` with the chain of messages.
impl From<::eyre::Report> for Error {
    #[cold]
    fn from(error: ::eyre::Report) -> Error {
        let text = chain(error.to_string(), error.source());
        let alone = error.source().is_none();
        match error.downcast::<Error>() {
            Ok(error) if alone => error,
            _ => RuntimeError::new_err(text),
        }
    }
}
