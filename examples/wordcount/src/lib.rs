//! Counts the words of many text files in parallel.

mod words;

/// Counts words in text files, on all processors.
#[hstack::module]
mod wordcount {
    use crate::words::{self, Failure};
    use hstack::prelude::*;
    use std::path::PathBuf;

    /// Count the words of text files.
    ///
    /// A word is a run of letters, digits and underscores. Returns a dict from each word to how often
    /// it occurs in all files together.
    #[function]
    fn count(f: &mut Frame, paths: Vec<PathBuf>) -> Result<Handle<Dict>> {
        let counts = f.detach(|| words::files(&paths)).map_err(|failure| raise(&paths, failure))?;
        let out = f.dict()?;
        for (word, n) in &counts {
            out.set(f, word.as_str(), *n)?;
        }
        Ok(out)
    }

    /// The most frequent words of text files, with their counts: the highest count first, words of the
    /// same count in their order.
    #[function]
    #[hstack(signature = (paths, n = 10))]
    fn top(f: &mut Frame, paths: Vec<PathBuf>, n: usize) -> Result<Vec<(String, usize)>> {
        let counts = f.detach(|| words::files(&paths)).map_err(|failure| raise(&paths, failure))?;
        Ok(words::most_frequent(counts, n))
    }

    /// The exception that Python itself would raise.
    fn raise(paths: &[PathBuf], failure: Failure) -> hstack::Error {
        match failure {
            Failure::Io(i, error) => match error.raw_os_error() {
                Some(code) => OSError::with_args((code, words::describe(&error), paths[i].clone())),
                None => error.into(),
            },
            Failure::NotUtf8(data, error) => {
                let start = error.valid_up_to();
                let end = start + error.error_len().unwrap_or(data.len() - start);
                let reason =
                    if error.error_len().is_some() { "invalid start byte" } else { "unexpected end of data" };
                UnicodeDecodeError::with_args(("utf-8", data, start, end, reason))
            }
        }
    }

    use hstack::exceptions::UnicodeDecodeError;
    use hstack::function;
}
