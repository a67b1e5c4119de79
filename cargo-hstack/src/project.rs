//! What `pyproject.toml` beside Cargo.toml says: the standard `[project]` section, and ours.
//!
//! The file is optional: whatever it leaves out comes from Cargo.toml.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The whole file.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PyProject {
    pub(crate) project: Project,
    tool: Tools,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Tools {
    hstack: Layout,
}

/// `[tool.hstack]`: where the module stands among Python files.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Layout {
    /// A folder with Python files that are installed too.
    python_source: Option<PathBuf>,
    /// The full name of the module, such as `package._native`.
    module_name: Option<String>,
}

/// The `[project]` section (the packaging user guide's "pyproject.toml specification").
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(crate) struct Project {
    pub(crate) name: Option<String>,
    pub(crate) version: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) readme: Option<Readme>,
    pub(crate) requires_python: Option<String>,
    pub(crate) license: Option<License>,
    pub(crate) license_files: Option<Vec<String>>,
    pub(crate) authors: Vec<Person>,
    pub(crate) maintainers: Vec<Person>,
    pub(crate) keywords: Vec<String>,
    pub(crate) classifiers: Option<Vec<String>>,
    pub(crate) urls: BTreeMap<String, String>,
    pub(crate) dependencies: Vec<String>,
    pub(crate) optional_dependencies: BTreeMap<String, Vec<String>>,
    pub(crate) scripts: BTreeMap<String, String>,
    pub(crate) gui_scripts: BTreeMap<String, String>,
    pub(crate) entry_points: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Readme {
    File(PathBuf),
    Table {
        file: Option<PathBuf>,
        text: Option<String>,
        #[serde(rename = "content-type")]
        content_type: Option<String>,
    },
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum License {
    Expression(String),
    /// The form from before license expressions: a file, or a text that stands for itself.
    Table {
        file: Option<PathBuf>,
        text: Option<String>,
    },
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Person {
    pub(crate) name: Option<String>,
    pub(crate) email: Option<String>,
}

impl PyProject {
    /// Reads `pyproject.toml` in `directory`; without the file everything is left out.
    pub(crate) fn read(directory: &Path) -> Result<PyProject> {
        let path = directory.join("pyproject.toml");
        if !path.exists() {
            return Ok(PyProject::default());
        }
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut read: PyProject = toml::from_str(&text).with_context(|| format!("in {}", path.display()))?;
        let layout = &mut read.tool.hstack;
        layout.python_source = layout.python_source.take().map(|source| directory.join(source));
        if let Some(source) = &layout.python_source
            && !source.is_dir()
        {
            bail!("`python-source` in {} names no directory: {}", path.display(), source.display());
        }
        Ok(read)
    }

    /// Where the module stands among Python files.
    pub(crate) fn layout(&self) -> &Layout {
        &self.tool.hstack
    }
}

impl Layout {
    /// The Python files that are installed beside the module: relative path (with `/`) and where it is.
    pub(crate) fn python_files(&self) -> Result<Vec<(String, PathBuf)>> {
        let mut found = Vec::new();
        if let Some(source) = &self.python_source {
            collect(source, "", &mut found).with_context(|| format!("cannot read {}", source.display()))?;
        }
        Ok(found)
    }

    /// The folder (with a `/` at its end, or nothing) in which the module called `name` stands.
    pub(crate) fn folder(&self, name: &str) -> Result<String> {
        let Some(full) = &self.module_name else { return Ok(String::new()) };
        let (package, last) = full.rsplit_once('.').unwrap_or(("", full));
        if last != name {
            bail!(
                "`module-name` in pyproject.toml is {full}, but the #[hstack::module] is called {name}\n  help: make the last part \
                 of `module-name` and the name of the module the same"
            );
        }
        Ok(if package.is_empty() { String::new() } else { format!("{}/", package.replace('.', "/")) })
    }

    /// The name by which the module called `name` is imported.
    pub(crate) fn full_name(&self, name: &str) -> Result<String> {
        Ok(format!("{}{name}", self.folder(name)?.replace('/', ".")))
    }
}

fn collect(directory: &Path, prefix: &str, found: &mut Vec<(String, PathBuf)>) -> std::io::Result<()> {
    let mut entries = std::fs::read_dir(directory)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if name == "__pycache__" || name.starts_with('.') || name.ends_with(".pyc") {
            continue;
        }
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), found)?;
        } else {
            found.push((format!("{prefix}{name}"), path));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_readme_and_license_are_read() {
        let text = r#"
            [project]
            readme = { file = "docs/a.rst", content-type = "text/x-rst" }
            license = "MIT"
            authors = [{ name = "A" }, { email = "b@example.org" }]
            [project.optional-dependencies]
            test = ["pytest"]
        "#;
        let read: PyProject = toml::from_str(text).unwrap();
        assert!(matches!(read.project.readme, Some(Readme::Table { file: Some(_), .. })));
        assert!(matches!(read.project.license, Some(License::Expression(text)) if text == "MIT"));
        assert_eq!(read.project.optional_dependencies["test"], ["pytest"]);
        let old: PyProject =
            toml::from_str("[project]\nreadme = \"R.md\"\nlicense = { text = \"MIT\" }").unwrap();
        assert!(matches!(old.project.license, Some(License::Table { .. })));
    }

    #[test]
    fn the_module_may_stand_in_a_package() {
        let read: PyProject = toml::from_str("[tool.hstack]\nmodule-name = \"a.b._native\"").unwrap();
        assert_eq!(read.layout().folder("_native").unwrap(), "a/b/");
        assert!(read.layout().folder("other").is_err());
        assert_eq!(PyProject::default().layout().folder("x").unwrap(), "");
        assert!(toml::from_str::<PyProject>("[tool.hstack]\npython-sourc = \"p\"").is_err());
    }
}
