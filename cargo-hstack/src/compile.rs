//! Runs `cargo build` and finds the dynamic library that it made.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::binary::Binary;
use crate::cli::Selection;
use crate::package::{Package, Workspace, cargo};
use crate::platform;
use crate::python::Python;

/// Which cargo profile to build with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    Dev,
    Release,
}

/// A library that cargo built, read and checked.
pub(crate) struct Built {
    pub(crate) library: PathBuf,
    pub(crate) binary: Binary,
    pub(crate) profile: Profile,
    /// The interpreter that a direct build is for; none when the file is for every Python.
    pub(crate) python: Option<Python>,
}

/// The part of cargo's JSON messages that matters here.
#[derive(Deserialize)]
struct Message {
    reason: String,
    #[serde(default)]
    manifest_path: PathBuf,
    target: Option<Artifact>,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Artifact {
    kind: Vec<String>,
}

impl Profile {
    /// The profile that cargo's `--release` stands for.
    pub(crate) fn release(release: bool) -> Profile {
        if release { Profile::Release } else { Profile::Dev }
    }

    fn folder(self) -> &'static str {
        match self {
            Profile::Dev => "debug",
            Profile::Release => "release",
        }
    }
}

impl Built {
    /// Where the importable files go unless the user says otherwise. A direct build gets a folder of its own: its longer file name
    /// would hide the universal file from the interpreter.
    pub(crate) fn directory(&self, workspace: &Workspace) -> PathBuf {
        let profile = self.profile.folder();
        let folder = match &self.python {
            Some(python) => format!("{profile}-{}", python.name),
            None => profile.to_owned(),
        };
        workspace.target_directory.join("hstack").join(folder)
    }
}

/// Builds `package` and returns its library. Compiler messages and cargo's progress go to the user as always.
pub(crate) fn compile(
    package: &Package,
    selection: &Selection,
    profile: Profile,
    python: Option<&Python>,
) -> Result<Built> {
    // `cargo rustc` is `cargo build` that can hand arguments to the last compilation.
    let mut command = Command::new(cargo());
    command.args(["rustc", "--lib", "--message-format=json-render-diagnostics"]);
    command.arg("--manifest-path").arg(&package.manifest_path);
    if profile == Profile::Release {
        command.arg("--release");
    }
    if let Some(target) = &selection.target {
        command.args(["--target", target]);
    }
    let flags = [
        (selection.no_default_features, "--no-default-features"),
        (selection.locked, "--locked"),
        (selection.offline, "--offline"),
        (selection.quiet, "--quiet"),
    ];
    command.args(flags.iter().filter(|flag| flag.0).map(|flag| flag.1));
    let mut features = selection.features.clone();
    if let Some(python) = python {
        features.push(package.direct_feature()?);
        command.env("PYO3_PYTHON", &python.path).env("PYO3_BUILD_EXTENSION_MODULE", "1");
    }
    if !features.is_empty() {
        command.arg("--features").arg(features.join(","));
    }
    if python.is_some() {
        command.arg("--").args(platform::direct_link_arguments(selection.target.as_deref()));
    }
    let library = build(command, package)?;
    let binary = Binary::read(&library)?;
    let built = Built { library, binary, profile, python: python.cloned() };
    check(&built, package)?;
    Ok(built)
}

fn build(mut command: Command, package: &Package) -> Result<PathBuf> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("cannot start cargo")?;
    let output = child.stdout.take().context("cargo has no output")?;
    let mut library = None;
    for line in BufReader::new(output).lines() {
        let line = line.context("cannot read cargo's output")?;
        match serde_json::from_str::<Message>(&line) {
            Ok(message) => library = artifact(message, &package.manifest_path).or(library),
            // A build script or a procedural macro may print to standard output.
            Err(_) => eprintln!("{line}"),
        }
    }
    if !child.wait()?.success() {
        bail!("package `{}` does not build; see above", package.name);
    }
    library.with_context(|| {
        format!("cargo built no dynamic library of package `{}` for this target", package.name)
    })
}

/// The dynamic library among the files of `message`, if it is about the library of the package with this manifest.
fn artifact(message: Message, manifest: &Path) -> Option<PathBuf> {
    let is_library = message.target?.kind.iter().any(|kind| kind == "cdylib");
    if message.reason != "compiler-artifact" || message.manifest_path != manifest || !is_library {
        return None;
    }
    message.filenames.into_iter().find(|file| platform::is_dynamic_library(file))
}

/// What every extension must have, and what a universal one must not.
fn check(built: &Built, package: &Package) -> Result<()> {
    if built.binary.modules.is_empty() {
        bail!(
            "no #[hstack::module] in package `{}`: {} exports no PyInit_NAME\n  help: mark the inline module that holds the \
             functions with #[hstack::module]",
            package.name,
            built.library.display()
        );
    }
    let needed = &built.binary.python_symbols;
    if built.python.is_none() && !needed.is_empty() {
        let shown = needed.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(", ");
        let rest = if needed.len() > 3 { format!(" and {} more", needed.len() - 3) } else { String::new() };
        bail!(
            "package `{}` is not universal: it links to {shown}{rest}\n  help: build with --direct, or leave out the feature or \
             the dependency that calls Python's C API (`cargo tree -p {} -i pyo3-ffi`)",
            package.name,
            package.name
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_is_found_among_the_artifacts() {
        let line = r#"{"reason":"compiler-artifact","package_id":"x","manifest_path":"/w/a/Cargo.toml",
            "target":{"kind":["cdylib","rlib"],"crate_types":["cdylib","rlib"],"name":"a"},
            "filenames":["/w/target/debug/liba.rlib","/w/target/debug/liba.so"]}"#;
        let message = || serde_json::from_str::<Message>(line).unwrap();
        let found = artifact(message(), Path::new("/w/a/Cargo.toml"));
        assert_eq!(found, Some(PathBuf::from("/w/target/debug/liba.so")));
        assert_eq!(artifact(message(), Path::new("/w/b/Cargo.toml")), None);
    }

    #[test]
    fn other_messages_are_passed_over() {
        let message = serde_json::from_str(r#"{"reason":"build-finished","success":true}"#).unwrap();
        assert_eq!(artifact(message, Path::new("/w/a/Cargo.toml")), None);
    }
}
