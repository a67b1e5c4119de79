//! The METADATA of a wheel (core metadata 2.4), from Cargo.toml and the `[project]` section of pyproject.toml.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::license::{self, LicenseFile};
use crate::package::Package;
use crate::project::{Person, Project, Readme};
use crate::version::to_pep440;

/// The oldest Python that hstack modules run on.
const REQUIRES_PYTHON: &str = ">=3.9";

/// What an index and an installer need to know.
pub(crate) struct Metadata {
    pub(crate) name: String,
    pub(crate) version: String,
    /// The text of METADATA.
    pub(crate) text: String,
    /// The text of entry_points.txt; empty when there are none.
    pub(crate) entry_points: String,
}

impl Metadata {
    /// Gathers everything; pyproject.toml wins over Cargo.toml.
    pub(crate) fn gather(package: &Package, project: &Project, licenses: &[LicenseFile]) -> Result<Metadata> {
        let name = project.name.clone().unwrap_or_else(|| package.name.clone());
        let version = match &project.version {
            Some(version) => version.clone(),
            None => to_pep440(&package.version)?,
        };
        let mut fields = Fields::default();
        fields.add("Metadata-Version", "2.4");
        fields.add("Name", &name);
        fields.add("Version", &version);
        if let Some(summary) = project.description.as_ref().or(package.description.as_ref()) {
            fields.add("Summary", summary);
        }
        let keywords = if project.keywords.is_empty() { &package.keywords } else { &project.keywords };
        if !keywords.is_empty() {
            fields.add("Keywords", &keywords.join(","));
        }
        let cargo_authors: Vec<Person> = package.authors.iter().map(|author| person(author)).collect();
        let authors = if project.authors.is_empty() { &cargo_authors } else { &project.authors };
        fields.people("Author", authors);
        fields.people("Maintainer", &project.maintainers);
        if let Some((field, license)) = license::field(package, project) {
            fields.add(field, &license);
        }
        licenses.iter().for_each(|(name, _)| fields.add("License-File", name));
        classifiers(project).iter().for_each(|classifier| fields.add("Classifier", classifier));
        fields.add("Requires-Python", project.requires_python.as_deref().unwrap_or(REQUIRES_PYTHON));
        project.dependencies.iter().for_each(|requirement| fields.add("Requires-Dist", requirement));
        for (extra, requirements) in &project.optional_dependencies {
            let extra = normalized(extra, '-');
            fields.add("Provides-Extra", &extra);
            requirements.iter().for_each(|each| fields.add("Requires-Dist", &with_extra(each, &extra)));
        }
        urls(package, project).iter().for_each(|url| fields.add("Project-URL", url));
        let mut text = fields.0;
        if let Some((content_type, readme)) = readme(package, project)? {
            text += &format!("Description-Content-Type: {content_type}\n\n{readme}");
        }
        Ok(Metadata { name, version, text, entry_points: entry_points(project) })
    }

    /// `NAME-VERSION` as file names have it.
    pub(crate) fn stem(&self) -> String {
        format!("{}-{}", normalized(&self.name, '_'), self.version.replace('-', "_"))
    }
}

/// The header lines of METADATA.
#[derive(Default)]
struct Fields(String);

impl Fields {
    fn add(&mut self, field: &str, value: &str) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        self.0 += &format!("{field}: {value}\n");
    }

    /// People with an address are in one field, those without in another.
    fn people(&mut self, field: &str, people: &[Person]) {
        let mut names = Vec::new();
        let mut addresses = Vec::new();
        for person in people {
            match (&person.name, &person.email) {
                (Some(name), Some(email)) => addresses.push(format!("{} <{email}>", quoted(name))),
                (None, Some(email)) => addresses.push(email.clone()),
                (Some(name), None) => names.push(name.clone()),
                (None, None) => {}
            }
        }
        if !names.is_empty() {
            self.add(field, &names.join(", "));
        }
        if !addresses.is_empty() {
            self.add(&format!("{field}-email"), &addresses.join(", "));
        }
    }
}

/// A name with characters that mean something in an address list stands in quotes.
fn quoted(name: &str) -> String {
    let special = |c: char| c.is_ascii() && !(c.is_ascii_alphanumeric() || " '-_".contains(c));
    if name.contains(special) { format!("\"{}\"", name.replace('"', "'")) } else { name.to_owned() }
}

/// Cargo's `Name <address>`.
fn person(author: &str) -> Person {
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    match author.split_once('<') {
        Some((name, email)) => {
            Person { name: filled(name), email: filled(email.trim_end().trim_end_matches('>')) }
        }
        None => Person { name: filled(author), email: None },
    }
}

/// A name as indexes compare it: lower case, runs of `-`, `_` and `.` as one `separator`.
fn normalized(name: &str, separator: char) -> String {
    let mut result = String::new();
    for part in name.split(['-', '_', '.']).filter(|part| !part.is_empty()) {
        if !result.is_empty() {
            result.push(separator);
        }
        result += &part.to_ascii_lowercase();
    }
    result
}

/// A requirement that counts only when `extra` is asked for.
fn with_extra(requirement: &str, extra: &str) -> String {
    match requirement.split_once(';') {
        Some((requirement, marker)) => {
            format!("{} ; ({}) and extra == '{extra}'", requirement.trim(), marker.trim())
        }
        None => format!("{} ; extra == '{extra}'", requirement.trim()),
    }
}

fn classifiers(project: &Project) -> Vec<String> {
    let usual = || {
        let usual = [
            "Programming Language :: Python :: 3",
            "Programming Language :: Python :: Implementation :: CPython",
            "Programming Language :: Python :: Implementation :: PyPy",
            "Programming Language :: Rust",
        ];
        usual.map(str::to_owned).to_vec()
    };
    project.classifiers.clone().unwrap_or_else(usual)
}

fn urls(package: &Package, project: &Project) -> Vec<String> {
    if !project.urls.is_empty() {
        return project.urls.iter().map(|(label, url)| format!("{label}, {url}")).collect();
    }
    let known = [
        ("Homepage", &package.homepage),
        ("Source", &package.repository),
        ("Documentation", &package.documentation),
    ];
    known.iter().filter_map(|(label, url)| url.as_ref().map(|url| format!("{label}, {url}"))).collect()
}

/// The content type and the text of the description.
fn readme(package: &Package, project: &Project) -> Result<Option<(String, String)>> {
    let (file, text, content_type) = match &project.readme {
        Some(Readme::File(file)) => (Some(file), None, None),
        Some(Readme::Table { file, text, content_type }) => {
            (file.as_ref(), text.clone(), content_type.clone())
        }
        None => (package.readme.as_ref(), None, None),
    };
    if let Some(text) = text {
        return Ok(Some((content_type.unwrap_or_else(|| "text/plain".to_owned()), text)));
    }
    let Some(file) = file else { return Ok(None) };
    let path = package.directory().join(file);
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read the readme {}", path.display()))?;
    Ok(Some((content_type.unwrap_or_else(|| content_type_of(file).to_owned()), text)))
}

fn content_type_of(file: &Path) -> &'static str {
    let end = file.extension().map(|end| end.to_ascii_lowercase());
    match end.as_ref().and_then(|end| end.to_str()) {
        Some("md" | "markdown") => "text/markdown; charset=UTF-8",
        Some("rst") => "text/x-rst; charset=UTF-8",
        _ => "text/plain; charset=UTF-8",
    }
}

fn entry_points(project: &Project) -> String {
    let mut groups: Vec<(&str, _)> =
        vec![("console_scripts", &project.scripts), ("gui_scripts", &project.gui_scripts)];
    groups.extend(project.entry_points.iter().map(|(group, entries)| (group.as_str(), entries)));
    let mut text = String::new();
    for (group, entries) in groups.into_iter().filter(|(_, entries)| !entries.is_empty()) {
        text += &format!("[{group}]\n");
        entries.iter().for_each(|(name, object)| text += &format!("{name} = {object}\n"));
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_alone_is_enough() {
        let package = Package {
            name: "word-count".into(),
            version: "1.0.0-beta.2".into(),
            description: Some("Counts\nwords".into()),
            license: Some("MIT".into()),
            authors: vec!["Ann Doe <ann@example.org>".into(), "Bob".into()],
            repository: Some("https://example.org/r".into()),
            ..Package::default()
        };
        let licenses = [("LICENSE".to_owned(), "/w/LICENSE".into())];
        let metadata = Metadata::gather(&package, &Project::default(), &licenses).unwrap();
        assert_eq!(metadata.stem(), "word_count-1.0.0b2");
        for line in [
            "Summary: Counts words",
            "Author: Bob",
            "Author-email: Ann Doe <ann@example.org>",
            "License-Expression: MIT",
            "License-File: LICENSE",
            "Requires-Python: >=3.9",
            "Project-URL: Source, https://example.org/r",
        ] {
            assert!(metadata.text.lines().any(|found| found == line), "{line} is not in\n{}", metadata.text);
        }
    }

    #[test]
    fn extras_keep_their_markers() {
        assert_eq!(with_extra("pytest", "test"), "pytest ; extra == 'test'");
        assert_eq!(
            with_extra("tomli; python_version < '3.11'", "test"),
            "tomli ; (python_version < '3.11') and extra == 'test'"
        );
    }

    #[test]
    fn names_and_addresses() {
        assert_eq!(normalized("My.Fancy__Name", '-'), "my-fancy-name");
        assert_eq!(quoted("Doe, John"), "\"Doe, John\"");
        assert_eq!(quoted("Zoë O'Neil-Smith"), "Zoë O'Neil-Smith");
        assert_eq!(content_type_of(Path::new("README.MD")), "text/markdown; charset=UTF-8");
    }

    #[test]
    fn scripts_become_entry_points() {
        let project: Project =
            toml::from_str("[scripts]\nwc = \"wc:main\"\n[entry-points.\"x.y\"]\na = \"b:c\"").unwrap();
        assert_eq!(entry_points(&project), "[console_scripts]\nwc = wc:main\n\n[x.y]\na = b:c\n\n");
    }
}
