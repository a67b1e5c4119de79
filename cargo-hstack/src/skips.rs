//! `skips.txt`: the skips that a test run accepts.
//!
//! A skipped test looks like success, so each must be allowed by a line `INTERPRETER TEST REASON`, where the first two may contain
//! `*` (any text) and `?` (one character): `pypy* test_threads.py::test_subinterpreters* PyPy has no subinterpreters`.

use std::path::Path;

use anyhow::{Context, Result, bail};

/// The lines of one `skips.txt`.
#[derive(Default)]
pub(crate) struct Skips(Vec<(String, String)>);

impl Skips {
    /// Reads `skips.txt` in `directory`; without the file no skip is allowed.
    pub(crate) fn read(directory: &Path) -> Result<Skips> {
        let path = directory.join("skips.txt");
        if !path.exists() {
            return Ok(Skips::default());
        }
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Skips::parse(&text).with_context(|| format!("in {}", path.display()))
    }

    fn parse(text: &str) -> Result<Skips> {
        let mut lines = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let mut words = line.split_whitespace();
            let (Some(interpreter), Some(test), Some(_)) = (words.next(), words.next(), words.next()) else {
                bail!("line {} is not `INTERPRETER TEST REASON`: {line}", number + 1);
            };
            lines.push((interpreter.to_owned(), test.to_owned()));
        }
        Ok(Skips(lines))
    }

    /// Whether `test` may be skipped on the interpreter called `interpreter`.
    pub(crate) fn allow(&self, interpreter: &str, test: &str) -> bool {
        self.0.iter().any(|line| matches(&line.0, interpreter) && matches(&line.1, test))
    }
}

/// Whether `text` is what `pattern` describes. `[` is itself, as in `test_add[int]`.
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut at, mut position) = (0, 0);
    // The last `*` seen, and how much of the text it stands for so far.
    let mut star: Option<(usize, usize)> = None;
    while position < text.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, position));
                at += 1;
            }
            Some(&c) if c == '?' || c == text[position] => {
                at += 1;
                position += 1;
            }
            _ => {
                let Some((star_at, taken)) = star else { return false };
                star = Some((star_at, taken + 1));
                at = star_at + 1;
                position = taken + 1;
            }
        }
    }
    pattern[at..].iter().all(|&c| c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        assert!(matches("pypy*", "pypy311-8.0") && matches("*", "") && matches("cp3?", "cp39"));
        assert!(matches("*test_a*[int]", "tests/test_a.py::test_x[int]"));
        assert!(!matches("cp3?", "cp310") && !matches("pypy", "pypy39") && !matches("a*b", "ac"));
    }

    #[test]
    fn a_line_needs_a_reason() {
        let skips = Skips::parse("# why\n\npypy* test_a.py::* no such thing there\n").unwrap();
        assert!(skips.allow("pypy39-7.3", "test_a.py::test_x") && !skips.allow("cp39", "test_a.py::test_x"));
        assert!(Skips::parse("pypy* test_a.py::*").is_err_and(|error| error.to_string().contains("line 1")));
    }
}
