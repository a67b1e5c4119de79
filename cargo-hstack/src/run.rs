//! `cargo hstack run`: builds, then runs Python with the module importable.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::cli::Selection;
use crate::compile::{Profile, compile};
use crate::project::PyProject;
use crate::{discovery, module_file};

/// Builds the selected package and runs Python with `arguments`; returns Python's exit code.
pub(crate) fn run(
    selection: &Selection,
    profile: Profile,
    python: Option<&str>,
    arguments: &[OsString],
) -> Result<ExitCode> {
    let (workspace, package) = selection.locate()?;
    let python = discovery::choose(python)?;
    let direct = selection.direct.then_some(&python);
    let built = compile(&package, selection, profile, direct)?;
    let directory = built.directory(&workspace);
    module_file::place(&built, PyProject::read(package.directory())?.layout(), &directory)?;
    let mut command = Command::new(&python.path);
    command.args(arguments).env("PYTHONPATH", python_path(&[&directory])?);
    start(command).with_context(|| format!("cannot start {}", python.path.display()))
}

/// `PYTHONPATH` with these directories before what it already says.
pub(crate) fn python_path(first: &[&Path]) -> Result<OsString> {
    let inherited = env::var_os("PYTHONPATH").unwrap_or_default();
    let inherited = env::split_paths(&inherited).filter(|path| !path.as_os_str().is_empty());
    let paths: Vec<PathBuf> = first.iter().map(|path| path.to_path_buf()).chain(inherited).collect();
    env::join_paths(&paths).context("a directory with a path separator in its name cannot be on PYTHONPATH")
}

/// Replaces this process, so that signals and the terminal are Python's.
#[cfg(unix)]
fn start(mut command: Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    Err(command.exec().into())
}

#[cfg(not(unix))]
fn start(mut command: Command) -> Result<ExitCode> {
    let code = command.status()?.code().unwrap_or(1);
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(1)))
}
