//! Finds the Python interpreters of this machine.
//!
//! In this order, and of two that are the same program the first counts: what the command line names, `HSTACK_PYTHONS` (a list like
//! `PATH`), the active virtual environment, `PATH`, pyenv, and the zoo. The zoo is a folder of interpreters for testing, by default
//! `hstack-zoo` in the user's cache directory, elsewhere when `HSTACK_ZOO` says so: `bin/NAME` starts the interpreter NAME, and
//! `site`, if it is there, holds a pure-Python pytest for all of them.

use std::collections::HashMap;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, bail};

use crate::python::Python;
use crate::{platform, progress};

/// How many interpreters are asked at a time.
const AT_ONCE: usize = 4;

/// Every interpreter found, sorted by name; those in `named` must exist.
pub(crate) fn all(named: &[String]) -> Result<Vec<Python>> {
    let mut found = named.iter().map(|wanted| choose_any(wanted)).collect::<Result<Vec<_>>>()?;
    let progress = progress::spinner("Looking for Python interpreters");
    found.extend(listed());
    found.extend(probe(&candidates()));
    progress.finish_and_clear();
    let mut found = distinct(found);
    found.sort_by_cached_key(order);
    name_apart(&mut found);
    Ok(found)
}

/// The interpreters for a test run: those named, every supported one, or the one at hand.
pub(crate) fn choose_several(named: &[String], every: bool) -> Result<Vec<Python>> {
    if every {
        let found: Vec<Python> = all(&[])?.into_iter().filter(Python::is_supported).collect();
        if found.is_empty() {
            bail!("no Python 3.9 or later found\n  help: install one, or name it with --python PATH");
        }
        return Ok(found);
    }
    if named.is_empty() {
        return Ok(vec![choose(None)?]);
    }
    let mut chosen = named.iter().map(|wanted| choose(Some(wanted))).collect::<Result<Vec<_>>>()?;
    chosen = distinct(chosen);
    name_apart(&mut chosen);
    Ok(chosen)
}

/// The interpreter `wanted`, else the one at hand: of the active virtual environment or the first on `PATH`.
pub(crate) fn choose(wanted: Option<&str>) -> Result<Python> {
    let python = match wanted {
        Some(wanted) => choose_any(wanted)?,
        None => at_hand()?,
    };
    if !python.is_supported() {
        bail!(
            "{} is Python {}; hstack modules need 3.9 or later\n  help: choose another with --python (`cargo hstack pythons` lists them)",
            python.path.display(),
            python.version_text()
        );
    }
    Ok(python)
}

/// The zoo's folder, whether or not it exists.
pub(crate) fn zoo() -> Option<PathBuf> {
    let named = env::var_os("HSTACK_ZOO").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    named.or_else(|| platform::cache_directory().map(|cache| cache.join("hstack-zoo")))
}

fn at_hand() -> Result<Python> {
    let mut places = active_environment();
    places.extend(on_path("python3"));
    places.extend(on_path("python"));
    let mut last = None;
    for place in places {
        match Python::probe(&place) {
            Ok(python) => return Ok(python),
            Err(error) => last = Some(error),
        }
    }
    let error = last.unwrap_or_else(|| anyhow::anyhow!("there is no python3 or python on PATH"));
    Err(error).context("no Python found\n  help: name one with --python, or activate a virtual environment")
}

/// An interpreter by path, directory of a virtual environment, command, name or version.
fn choose_any(wanted: &str) -> Result<Python> {
    let path = Path::new(wanted);
    if path.is_dir() {
        return Python::probe(&platform::python_in(path));
    }
    if path.components().count() > 1 || path.is_file() {
        return Python::probe(path);
    }
    // The zoo's names are answered without asking every interpreter of the machine.
    let in_zoo = zoo().map(|zoo| zoo.join("bin").join(wanted)).filter(|program| program.is_file());
    let direct = in_zoo.into_iter().chain(on_path(wanted));
    if let Some(python) = direct.filter_map(|program| Python::probe(&program).ok()).next() {
        return Ok(python);
    }
    let found = all(&[])?;
    match found.iter().find(|python| python.is_called(wanted)) {
        Some(python) => Ok(python.clone()),
        None => {
            let names = found.iter().map(|python| python.name.as_str()).collect::<Vec<_>>().join(", ");
            bail!("no Python `{wanted}`\n  help: give a path, a version such as 3.12, or one of: {names}")
        }
    }
}

/// The interpreters of `HSTACK_PYTHONS`. The user named them, so one that does not answer is worth a word.
fn listed() -> Vec<Python> {
    let list = env::var_os("HSTACK_PYTHONS").unwrap_or_default();
    let paths = env::split_paths(&list).filter(|path| !path.as_os_str().is_empty());
    let programs = paths.map(|path| if path.is_dir() { platform::python_in(&path) } else { path });
    let answer = |program: PathBuf| {
        Python::probe(&program).inspect_err(|error| eprintln!("warning: HSTACK_PYTHONS: {error:#}")).ok()
    };
    programs.filter_map(answer).collect()
}

/// Programs that may be Python interpreters.
fn candidates() -> Vec<PathBuf> {
    let mut found = active_environment();
    for directory in path_directories() {
        // pyenv's shims stand for versions that are found below; only the chosen one answers.
        let is_shims = directory.ends_with("shims");
        found.extend(files(&directory).into_iter().filter(|file| {
            let name = file.file_name().and_then(platform::command_name);
            name.is_some_and(|name| is_python_command(name) && (!is_shims || name == "python"))
        }));
    }
    if let Some(root) = pyenv_root() {
        let versions = files(&root.join("versions"));
        found.extend(
            versions.iter().map(|version| platform::python_in(version)).filter(|path| path.is_file()),
        );
    }
    if let Some(zoo) = zoo() {
        found.extend(files(&zoo.join("bin")));
    }
    found
}

fn pyenv_root() -> Option<PathBuf> {
    let home = || env::home_dir().map(|home| home.join(".pyenv"));
    env::var_os("PYENV_ROOT").map(PathBuf::from).or_else(home).filter(|root| root.is_dir())
}

fn active_environment() -> Vec<PathBuf> {
    let variables = ["VIRTUAL_ENV", "CONDA_PREFIX"];
    let directories = variables.iter().filter_map(env::var_os).filter(|value| !value.is_empty());
    directories
        .map(|directory| platform::python_in(Path::new(&directory)))
        .filter(|path| path.is_file())
        .collect()
}

fn path_directories() -> Vec<PathBuf> {
    let path: OsString = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).filter(|directory| directory.is_absolute()).collect()
}

fn on_path(command: &str) -> impl Iterator<Item = PathBuf> {
    let file = format!("{command}{}", env::consts::EXE_SUFFIX);
    path_directories().into_iter().map(move |directory| directory.join(&file)).filter(|path| path.is_file())
}

/// The entries of a directory, sorted; none when there is no such directory.
fn files(directory: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(directory).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// `python`, `python3.13t`, `pypy3`, but not `python3-config` or `pythonw`.
fn is_python_command(name: &str) -> bool {
    let rest = name.strip_prefix("python").or_else(|| name.strip_prefix("pypy"));
    rest.is_some_and(|rest| {
        let number = rest.trim_end_matches(['t', 'd']);
        number.chars().all(|c| c.is_ascii_digit() || c == '.') && (rest == number || !number.is_empty())
    })
}

/// Asks each candidate what it is, several at a time; those that do not answer are left out.
fn probe(candidates: &[PathBuf]) -> Vec<Python> {
    let mut seen = std::collections::HashSet::new();
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    // A virtual environment's program is a link to its base, with a different answer: only links in one directory are the same.
    let key = |path: &Path| (path.parent().map(real), real(path));
    let candidates: Vec<&PathBuf> = candidates.iter().filter(|path| seen.insert(key(path))).collect();
    let answers: Mutex<Vec<(usize, Python)>> = Mutex::default();
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(candidates.len()) {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = candidates.get(index) else { break };
                    if let Ok(python) = Python::probe(path) {
                        answers.lock().unwrap_or_else(|poison| poison.into_inner()).push((index, python));
                    }
                }
            });
        }
    });
    let mut answers = answers.into_inner().unwrap_or_else(|poison| poison.into_inner());
    answers.sort_by_key(|answer| answer.0);
    answers.into_iter().map(|answer| answer.1).collect()
}

/// The first of each (program, version).
fn distinct(pythons: Vec<Python>) -> Vec<Python> {
    let mut seen = std::collections::HashSet::new();
    let key = |python: &Python| (python.executable.clone(), python.version_text());
    pythons.into_iter().filter(|python| seen.insert(key(python))).collect()
}

/// CPython by version, then its variants, then the others.
fn order(python: &Python) -> (bool, Vec<u32>, String) {
    let version = python.version_text();
    let numbers = version.split('.').filter_map(|part| part.parse().ok()).take(2).collect();
    (!python.name.starts_with("cp"), numbers, python.name.clone())
}

/// Gives the second interpreter of one name a number.
fn name_apart(pythons: &mut [Python]) {
    let mut count: HashMap<String, usize> = HashMap::new();
    for python in pythons {
        let count = count.entry(python.name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            python.name = format!("{}-{count}", python.name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::python::tests::python;

    #[test]
    fn commands_that_are_interpreters() {
        for name in ["python", "python3", "python3.13t", "python3.11d", "pypy", "pypy3.11"] {
            assert!(is_python_command(name), "{name}");
        }
        for name in ["python3-config", "pythonw", "python-argcomplete", "pypy3-c", "ipython", "pythont"] {
            assert!(!is_python_command(name), "{name}");
        }
    }

    #[test]
    fn one_program_is_listed_once_and_names_are_distinct() {
        let mut second = python("CPython", (3, 11, 2), (3, 11, 2), "");
        second.executable = "/other".into();
        let first = python("CPython", (3, 11, 7), (3, 11, 7), "");
        let mut found = distinct(vec![first.clone(), first, second]);
        name_apart(&mut found);
        assert_eq!(found.iter().map(|python| python.name.as_str()).collect::<Vec<_>>(), ["cp311", "cp311-2"]);
    }

    #[test]
    fn sorted_by_implementation_and_number() {
        let mut found = [
            python("PyPy", (3, 9, 1), (7, 3, 11), ""),
            python("CPython", (3, 10, 0), (3, 10, 0), ""),
            python("CPython", (3, 9, 0), (3, 9, 0), ""),
        ];
        found.sort_by_cached_key(order);
        assert_eq!(found.each_ref().map(|python| python.name.as_str()), ["cp39", "cp310", "pypy39-7.3"]);
    }
}
