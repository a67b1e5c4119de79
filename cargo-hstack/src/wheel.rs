//! `cargo hstack wheel`: a wheel that every Python of the platform installs.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::cli::Selection;
use crate::compile::{Profile, compile};
use crate::metadata::Metadata;
use crate::project::PyProject;
use crate::{discovery, license, module_file, platform};

/// One file of the archive.
struct Entry {
    name: String,
    data: Vec<u8>,
    executable: bool,
}

/// Builds the selected package and its wheel in `output`; returns the wheel's path.
pub(crate) fn build(
    selection: &Selection,
    profile: Profile,
    python: Option<&str>,
    output: Option<&Path>,
) -> Result<PathBuf> {
    let (workspace, package) = selection.locate()?;
    let pyproject = PyProject::read(package.directory())?;
    let licenses = license::files(&workspace, &package, &pyproject.project)?;
    // Before the long compilation: mistakes in the metadata should show at once.
    let metadata = Metadata::gather(&package, &pyproject.project, &licenses)?;
    let python = if selection.direct { Some(discovery::choose(python)?) } else { None };
    let built = compile(&package, selection, profile, python.as_ref())?;

    let (platform, note) = platform::wheel_tag(&built.binary)?;
    if let Some(note) = note {
        eprintln!("warning: {note}");
    }
    let interpreter = python.as_ref().map_or_else(|| "py3-none".to_owned(), |python| python.wheel_tags());
    let mut entries: Vec<Entry> = module_file::contents(&built, pyproject.layout())?
        .into_iter()
        .map(|content| Entry { name: content.name, data: content.data, executable: content.is_binary })
        .collect();
    let information = format!("{}.dist-info", metadata.stem());
    let mut add = |name: &str, data: Vec<u8>| {
        entries.push(Entry { name: format!("{information}/{name}"), data, executable: false });
    };
    add("METADATA", metadata.text.clone().into_bytes());
    add("WHEEL", wheel_file(&interpreter, &platform).into_bytes());
    if !metadata.entry_points.is_empty() {
        add("entry_points.txt", metadata.entry_points.clone().into_bytes());
    }
    for (name, path) in &licenses {
        let text = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        add(&format!("licenses/{name}"), text);
    }
    let record = record(&entries, &format!("{information}/RECORD"));
    entries.push(Entry {
        name: format!("{information}/RECORD"),
        data: record.into_bytes(),
        executable: false,
    });

    let directory = match output {
        Some(directory) => directory.to_owned(),
        None => workspace.target_directory.join("wheels"),
    };
    fs::create_dir_all(&directory)
        .with_context(|| format!("cannot make the directory {}", directory.display()))?;
    let path = directory.join(format!("{}-{interpreter}-{platform}.whl", metadata.stem()));
    write(&path, &entries).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}

/// The text of WHEEL. A file name may join several platforms with dots; here each has its line.
fn wheel_file(interpreter: &str, platform: &str) -> String {
    let mut text = format!(
        "Wheel-Version: 1.0\nGenerator: cargo-hstack {}\nRoot-Is-Purelib: false\n",
        env!("CARGO_PKG_VERSION")
    );
    platform.split('.').for_each(|platform| text += &format!("Tag: {interpreter}-{platform}\n"));
    text
}

/// The text of RECORD: every file with its hash and size, itself without.
fn record(entries: &[Entry], own_name: &str) -> String {
    let mut text = String::new();
    for entry in entries {
        let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(&entry.data));
        text += &format!("{},sha256={hash},{}\n", field(&entry.name), entry.data.len());
    }
    text + &format!("{own_name},,\n")
}

/// A name as a CSV field.
fn field(name: &str) -> String {
    if name.contains([',', '"']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_owned() }
}

/// Writes the archive. The same entries give the same bytes: the time of every file is the oldest that the format can say.
fn write(path: &Path, entries: &[Entry]) -> Result<()> {
    let mut archive = ZipWriter::new(BufWriter::new(File::create(path)?));
    for entry in entries {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(if entry.executable { 0o755 } else { 0o644 });
        archive.start_file(entry.name.as_str(), options)?;
        archive.write_all(&entry.data)?;
    }
    archive.finish()?.flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str, data: &str) -> Entry {
        Entry { name: name.into(), data: data.into(), executable: false }
    }

    #[test]
    fn record_has_hash_and_size() {
        let text = record(&[entry("a,b.py", "abc")], "x.dist-info/RECORD");
        assert_eq!(
            text,
            "\"a,b.py\",sha256=ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0,3\nx.dist-info/RECORD,,\n"
        );
    }

    #[test]
    fn each_platform_has_a_tag() {
        let text = wheel_file("py3-none", "manylinux_2_17_x86_64.manylinux2014_x86_64");
        assert!(
            text.ends_with("Tag: py3-none-manylinux_2_17_x86_64\nTag: py3-none-manylinux2014_x86_64\n"),
            "{text}"
        );
    }

    #[test]
    fn the_same_entries_give_the_same_bytes() {
        let paths = ["one", "two"]
            .map(|name| std::env::temp_dir().join(format!("hstack-wheel-{}-{name}", std::process::id())));
        let bytes = paths.each_ref().map(|path| {
            write(path, &[entry("a", "text"), entry("b", "")]).unwrap();
            fs::read(path).unwrap()
        });
        assert_eq!(bytes[0], bytes[1]);
        paths.iter().for_each(|path| fs::remove_file(path).unwrap());
    }
}
