//! The license of a wheel: its SPDX expression and the files that go into `licenses/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::package::{Package, Workspace};
use crate::project::{License, Project};
use crate::skips::matches;

/// A license file: its path inside `licenses/`, and where it is.
pub(crate) type LicenseFile = (String, PathBuf);

/// What the packaging standard takes for license files unless told otherwise.
const USUAL: [&str; 5] = ["LICENSE*", "LICENCE*", "COPYING*", "NOTICE*", "AUTHORS*"];

/// The metadata field that names the license, and its value, if one is known.
pub(crate) fn field(package: &Package, project: &Project) -> Option<(&'static str, String)> {
    match &project.license {
        Some(License::Expression(expression)) => Some(("License-Expression", expression.clone())),
        // The old form: a name, a whole license (which is no field of a line), or a file (which is among the files).
        Some(License::Table { text, .. }) => {
            text.clone().filter(|text| !text.contains('\n')).map(|text| ("License", text))
        }
        // `MIT/Apache-2.0` is how crates wrote OR before SPDX.
        None => package.license.as_ref().map(|license| ("License-Expression", license.replace('/', " OR "))),
    }
}

/// The license files: those named, else those with usual names beside Cargo.toml, else in the workspace's root.
pub(crate) fn files(workspace: &Workspace, package: &Package, project: &Project) -> Result<Vec<LicenseFile>> {
    let directory = package.directory();
    let mut found = Vec::new();
    if let Some(patterns) = &project.license_files {
        for pattern in patterns {
            let before = found.len();
            find(directory, "", &pattern.split('/').collect::<Vec<_>>(), &mut found);
            if found.len() == before {
                bail!(
                    "`license-files` in pyproject.toml: no file is called {pattern} in {}",
                    directory.display()
                );
            }
        }
    } else {
        for place in [directory, &workspace.workspace_root] {
            if found.is_empty() {
                USUAL.iter().for_each(|pattern| find(place, "", &[pattern], &mut found));
            }
        }
        let named = match &project.license {
            Some(License::Table { file: Some(file), .. }) => Some(file),
            _ => package.license_file.as_ref(),
        };
        if let Some(named) = named {
            let path = directory.join(named).canonicalize();
            let path =
                path.with_context(|| format!("the license file {} does not exist", named.display()))?;
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            found.push((name, path));
        }
    }
    found.sort();
    found.dedup_by(|one, other| one.0 == other.0);
    Ok(found)
}

/// Files under `directory` that match the pattern, one part of it per folder.
fn find(directory: &Path, prefix: &str, pattern: &[&str], found: &mut Vec<LicenseFile>) {
    let Some((first, rest)) = pattern.split_first() else { return };
    if *first == "**" {
        find(directory, prefix, rest, found);
    }
    for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if path.is_dir() {
            if *first == "**" && !name.starts_with('.') && name != "target" {
                find(&path, &format!("{prefix}{name}/"), pattern, found);
            } else if matches(first, &name) {
                find(&path, &format!("{prefix}{name}/"), rest, found);
            }
        } else if rest.is_empty() && matches(first, &name) {
            found.push((format!("{prefix}{name}"), path));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_slash_means_or() {
        let package = Package { license: Some("MIT/Apache-2.0".into()), ..Package::default() };
        assert_eq!(field(&package, &Project::default()).unwrap().1, "MIT OR Apache-2.0");
        let project = Project { license: Some(License::Expression("MIT".into())), ..Project::default() };
        assert_eq!(field(&package, &project), Some(("License-Expression", "MIT".to_owned())));
    }

    #[test]
    fn patterns_go_folder_by_folder() {
        let root = std::env::temp_dir().join(format!("hstack-license-{}", std::process::id()));
        fs::create_dir_all(root.join("a/b")).unwrap();
        for file in ["LICENSE-MIT", "a/LICENSE", "a/b/NOTICE"] {
            fs::write(root.join(file), "x").unwrap();
        }
        let names = |pattern: &str| {
            let mut found = Vec::new();
            find(&root, "", &pattern.split('/').collect::<Vec<_>>(), &mut found);
            let mut names: Vec<String> = found.into_iter().map(|file| file.0).collect();
            names.sort();
            names
        };
        assert_eq!(names("LICENSE*"), ["LICENSE-MIT"]);
        assert_eq!(names("a/*"), ["a/LICENSE"]);
        assert_eq!(names("**/NOTICE"), ["a/b/NOTICE"]);
        fs::remove_dir_all(&root).unwrap();
    }
}
