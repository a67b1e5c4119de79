//! The counting itself: plain Rust, without Python.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::str::Utf8Error;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Words and how often they occur.
pub type Words = HashMap<String, usize>;

/// Why a file could not be counted.
pub enum Failure {
    /// The file with this index could not be read.
    Io(usize, io::Error),
    /// It is not UTF-8.
    NotUtf8(Vec<u8>, Utf8Error),
}

/// Counts the words of all files, on all processors. The failure is that of the first file that has
/// one.
pub fn files(paths: &[PathBuf]) -> Result<Words, Failure> {
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, usize::from).min(paths.len().max(1));
    let parts: Vec<Result<Words, (usize, Failure)>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| work(paths, &next))).collect();
        workers.into_iter().map(|w| w.join().expect("counting does not panic")).collect()
    });

    let mut all = Words::new();
    let mut first: Option<(usize, Failure)> = None;
    for part in parts {
        match part {
            Ok(words) if all.is_empty() => all = words,
            Ok(words) => words.into_iter().for_each(|(word, n)| *all.entry(word).or_default() += n),
            Err(failure) if first.as_ref().is_none_or(|(i, _)| failure.0 < *i) => first = Some(failure),
            Err(_) => {}
        }
    }
    match first {
        Some((_, failure)) => Err(failure),
        None => Ok(all),
    }
}

/// Takes one file after the other until none is left.
fn work(paths: &[PathBuf], next: &AtomicUsize) -> Result<Words, (usize, Failure)> {
    let mut words = Words::new();
    loop {
        let i = next.fetch_add(1, Ordering::Relaxed);
        let Some(path) = paths.get(i) else { return Ok(words) };
        file(i, path, &mut words).map_err(|failure| (i, failure))?;
    }
}

fn file(i: usize, path: &Path, words: &mut Words) -> Result<(), Failure> {
    let data = std::fs::read(path).map_err(|error| Failure::Io(i, error))?;
    match std::str::from_utf8(&data) {
        Ok(text) => {
            count(text, words);
            Ok(())
        }
        Err(error) => Err(Failure::NotUtf8(data, error)),
    }
}

fn count(text: &str, words: &mut Words) {
    for word in text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty()) {
        match words.get_mut(word) {
            Some(n) => *n += 1,
            None => {
                words.insert(word.to_owned(), 1);
            }
        }
    }
}

/// The `n` most frequent words.
pub fn most_frequent(words: Words, n: usize) -> Vec<(String, usize)> {
    let mut all: Vec<_> = words.into_iter().collect();
    all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    all.truncate(n);
    all
}

/// The text of an operating system's error, without the number that Rust adds.
pub fn describe(error: &io::Error) -> String {
    let text = error.to_string();
    match text.rfind(" (os error") {
        Some(end) => text[..end].to_owned(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_letters_digits_and_underscores() {
        let mut words = Words::new();
        count("x = y_1 + 2*x  # naïve, x", &mut words);
        let expected = [("2", 1), ("naïve", 1), ("x", 3), ("y_1", 1)];
        let mut found: Vec<_> = words.iter().map(|(w, n)| (w.as_str(), *n)).collect();
        found.sort();
        assert_eq!(found, expected);
        assert_eq!(most_frequent(words, 2), [("x".to_owned(), 3), ("2".to_owned(), 1)]);
    }
}
