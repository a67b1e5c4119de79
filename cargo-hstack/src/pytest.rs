//! Gets pytest for an interpreter, without touching the interpreter.
//!
//! An interpreter that has pytest (an environment with the package's other test dependencies, say) is used as it is. The others
//! import it from a folder at the end of `PYTHONPATH`: the zoo's, or one under `target/hstack` that pip fills once per interpreter.
//! A folder rather than a virtual environment, because it needs neither `venv` nor `ensurepip` nor pip in the interpreter itself,
//! and leaves what the tests run on exactly the interpreter that the table names.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::python::Python;
use crate::{discovery, progress};

/// The folder to put on `PYTHONPATH` so that `python` can import pytest; none when it can already.
pub(crate) fn folder(python: &Python, output: &Path) -> Result<Option<PathBuf>> {
    if python.facts.pytest {
        return Ok(None);
    }
    if let Some(site) = discovery::zoo().map(|zoo| zoo.join("site"))
        && site.join("pytest").is_dir()
    {
        return Ok(Some(site));
    }
    let folder = output.join(format!("pytest-{}", python.name));
    // Written last: says that the folder is complete, and for which program.
    let stamp = folder.join("hstack-complete");
    let owner = format!("{} {}\n", python.executable.display(), python.version_text());
    if fs::read_to_string(&stamp).is_ok_and(|text| text == owner) {
        return Ok(Some(folder));
    }
    let progress = progress::spinner(format!("Installing pytest for {}", python.name));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let result = install(python, &folder);
    progress.finish_and_clear();
    result?;
    fs::write(&stamp, owner)?;
    Ok(Some(folder))
}

fn install(python: &Python, folder: &Path) -> Result<()> {
    let mut command;
    if python.facts.pip {
        command = pip(python, folder);
        command.arg("pytest");
    } else {
        let other = other_pip(python)?;
        command = pip(&other, folder);
        // All of it is pure Python. pip judges what only old versions need by its own version, so that is said here.
        let version = python.short_version();
        command.args(["--only-binary=:all:", "--platform=any", "--implementation=py", "--abi=none"]);
        command.args(["--python-version", &version, "pytest"]);
        if python.is_older_than(3, 11) {
            command.args(["exceptiongroup", "tomli", "typing_extensions"]);
        }
    }
    let output = command.output().context("cannot start pip")?;
    if !output.status.success() {
        bail!(
            "pip cannot install pytest for {}\n  help: install it yourself: {} -m pip install pytest\n{}",
            python.name,
            python.path.display(),
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(())
}

fn pip(python: &Python, folder: &Path) -> Command {
    let mut command = Command::new(&python.path);
    command.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
        "--target",
    ]);
    command.arg(folder).stdin(Stdio::null());
    command
}

/// Another interpreter whose pip can install for this one.
fn other_pip(python: &Python) -> Result<Python> {
    let found = discovery::all(&[])?;
    let usable = found.into_iter().rev().find(|other| other.is_supported() && other.facts.pip);
    usable.with_context(|| {
        format!(
            "{} has neither pytest nor pip\n  help: {} -m ensurepip, or install pytest for it with your package manager",
            python.name,
            python.path.display()
        )
    })
}
