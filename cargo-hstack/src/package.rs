//! The cargo workspace and the package in it that becomes a Python module.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// What `cargo metadata` says about the workspace: its members and where cargo puts its output.
#[derive(Deserialize)]
pub(crate) struct Workspace {
    packages: Vec<Package>,
    pub(crate) target_directory: PathBuf,
    pub(crate) workspace_root: PathBuf,
}

/// One package, with what its `[package]` section says (values inherited from the workspace are filled in by cargo).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) manifest_path: PathBuf,
    pub(crate) description: Option<String>,
    pub(crate) license: Option<String>,
    pub(crate) license_file: Option<PathBuf>,
    pub(crate) readme: Option<PathBuf>,
    pub(crate) authors: Vec<String>,
    pub(crate) keywords: Vec<String>,
    pub(crate) homepage: Option<String>,
    pub(crate) repository: Option<String>,
    pub(crate) documentation: Option<String>,
    pub(crate) features: BTreeMap<String, Vec<String>>,
    pub(crate) targets: Vec<Target>,
    pub(crate) dependencies: Vec<Dependency>,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Target {
    crate_types: Vec<String>,
    kind: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Dependency {
    name: String,
    rename: Option<String>,
}

/// The cargo that started this program, else the one on `PATH`.
pub(crate) fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

impl Package {
    /// The directory of its Cargo.toml.
    pub(crate) fn directory(&self) -> &Path {
        self.manifest_path.parent().unwrap_or(Path::new("."))
    }

    /// Whether its library is built as a dynamic library that other languages can load.
    pub(crate) fn has_cdylib(&self) -> bool {
        self.targets.iter().any(|target| {
            // `example` targets can be cdylibs too; a module is the package's library.
            target.crate_types.iter().any(|kind| kind == "cdylib")
                && target.kind.iter().any(|kind| kind == "cdylib")
        })
    }

    /// The cargo feature that switches from the universal to the direct build.
    pub(crate) fn direct_feature(&self) -> Result<String> {
        if self.features.contains_key("direct") {
            return Ok("direct".to_owned());
        }
        let Some(dependency) = self.dependencies.iter().find(|dependency| dependency.name == "hstack") else {
            bail!(
                "package `{}` does not depend on hstack, so it has no direct build\n  help: run `cargo add hstack`",
                self.name
            );
        };
        Ok(format!("{}/direct", dependency.rename.as_ref().unwrap_or(&dependency.name)))
    }
}

impl Workspace {
    /// Asks cargo about the workspace of `manifest` or of the current directory.
    pub(crate) fn load(manifest: Option<&Path>) -> Result<Workspace> {
        let mut command = Command::new(cargo());
        command.args(["metadata", "--format-version", "1", "--no-deps"]).stderr(Stdio::piped());
        if let Some(manifest) = manifest {
            command.arg("--manifest-path").arg(manifest);
        }
        let output = command.output().context("cannot start cargo")?;
        if !output.status.success() {
            let message = String::from_utf8_lossy(&output.stderr);
            bail!("{}", message.trim().trim_start_matches("error: "));
        }
        serde_json::from_slice(&output.stdout).context("cannot read the output of `cargo metadata`")
    }

    /// The package named (or whose directory is) `wanted`; without one, the package around `start`, else the only one there is.
    pub(crate) fn choose(&self, wanted: Option<&str>, start: &Path) -> Result<&Package> {
        let package = match wanted {
            Some(wanted) => self.named(wanted, start).with_context(|| {
                format!("no package `{wanted}` in {}\n{}", self.workspace_root.display(), self.list())
            })?,
            None => match (self.around(start), self.with_cdylib().as_slice()) {
                (Some(package), _) => package,
                (None, [package]) => *package,
                (None, []) => bail!("no package of this workspace builds a dynamic library\n{}", self.list()),
                (None, _) => bail!("which package? The current directory is not one\n{}", self.list()),
            },
        };
        if !package.has_cdylib() {
            bail!(
                "package `{}` builds no dynamic library\n  help: add this to {}:\n\n    [lib]\n    crate-type = [\"cdylib\"]\n{}",
                package.name,
                package.manifest_path.display(),
                self.others()
            );
        }
        Ok(package)
    }

    /// The package of this name.
    pub(crate) fn member(&self, name: &str) -> Option<&Package> {
        self.packages.iter().find(|package| package.name == name)
    }

    fn named(&self, wanted: &str, start: &Path) -> Option<&Package> {
        self.member(wanted).or_else(|| {
            let directory = start.join(wanted).canonicalize().ok()?;
            self.packages.iter().find(|package| same_directory(package.directory(), &directory))
        })
    }

    /// The innermost package whose directory contains `start`.
    fn around(&self, start: &Path) -> Option<&Package> {
        let start = start.canonicalize().ok()?;
        let contains = |package: &&Package| {
            package.directory().canonicalize().is_ok_and(|directory| start.starts_with(directory))
        };
        self.packages.iter().filter(contains).max_by_key(|package| package.directory().components().count())
    }

    fn with_cdylib(&self) -> Vec<&Package> {
        self.packages.iter().filter(|package| package.has_cdylib()).collect()
    }

    /// The same as a second thought: nothing when there is nothing to choose.
    fn others(&self) -> String {
        if self.with_cdylib().is_empty() { String::new() } else { format!("\n{}", self.list()) }
    }

    fn list(&self) -> String {
        let names: Vec<_> =
            self.with_cdylib().iter().map(|package| format!("`-p {}`", package.name)).collect();
        if names.is_empty() {
            return "  help: a module's Cargo.toml has `crate-type = [\"cdylib\"]` in its [lib] section"
                .to_owned();
        }
        format!("  help: choose one that has a dynamic library: {}", names.join(", "))
    }
}

fn same_directory(left: &Path, right: &Path) -> bool {
    left.canonicalize().is_ok_and(|left| left == right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(text: &str) -> Package {
        serde_json::from_str(text).unwrap()
    }

    const CDYLIB: &str = r#""targets": [{"crate_types": ["cdylib", "rlib"], "kind": ["cdylib", "rlib"]}]"#;

    fn workspace(packages: Vec<Package>) -> Workspace {
        Workspace { packages, target_directory: "/w/target".into(), workspace_root: "/w".into() }
    }

    #[test]
    fn only_a_library_counts_as_a_module() {
        assert!(package(&format!("{{{CDYLIB}}}")).has_cdylib());
        let example = r#"{"targets": [{"crate_types": ["cdylib"], "kind": ["example"]}]}"#;
        assert!(!package(example).has_cdylib());
    }

    #[test]
    fn the_direct_feature_follows_the_package() {
        let own = package(r#"{"features": {"direct": []}}"#);
        assert_eq!(own.direct_feature().unwrap(), "direct");
        let renamed = package(r#"{"dependencies": [{"name": "hstack", "rename": "py"}]}"#);
        assert_eq!(renamed.direct_feature().unwrap(), "py/direct");
        assert!(package("{}").direct_feature().is_err());
    }

    #[test]
    fn a_choice_is_asked_for_when_there_are_two() {
        let two = |name: &str| package(&format!(r#"{{"name": "{name}", {CDYLIB}}}"#));
        let message = workspace(vec![two("a"), two("b")]).choose(None, Path::new("/nowhere")).unwrap_err();
        assert!(message.to_string().contains("`-p a`, `-p b`"), "{message}");
        let one = workspace(vec![two("a"), package(r#"{"name": "tool"}"#)]);
        assert_eq!(one.choose(None, Path::new("/nowhere")).unwrap().name, "a");
        assert!(one.choose(Some("tool"), Path::new("/nowhere")).unwrap_err().to_string().contains("cdylib"));
    }
}
