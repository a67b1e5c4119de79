//! The importable files of an extension: NAME.so, NAME.py that loads it on PyPy, and the package's own Python files.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::compile::Built;
use crate::loader;
use crate::project::Layout;

/// One file of an importable module.
pub(crate) struct ModuleFile {
    pub(crate) path: PathBuf,
    /// Whether it is the binary (else it is a Python file).
    pub(crate) is_binary: bool,
}

/// A file before it has a place: its name (with `/` between folders) and what is in it.
pub(crate) struct Content {
    pub(crate) name: String,
    pub(crate) data: Vec<u8>,
    pub(crate) is_binary: bool,
}

/// The importable files of `built` among the Python files of `layout`.
pub(crate) fn contents(built: &Built, layout: &Layout) -> Result<Vec<Content>> {
    let library =
        fs::read(&built.library).with_context(|| format!("cannot read {}", built.library.display()))?;
    let mut files = Vec::new();
    for (name, path) in layout.python_files()? {
        let data = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        files.push(Content { name, data, is_binary: false });
    }
    for module in &built.binary.modules {
        let folder = layout.folder(module)?;
        let name = match &built.python {
            // A name that only this interpreter imports, so that several direct builds can stand side by side.
            Some(python) => format!("{module}{}", python.extension_suffix),
            None => format!("{module}{}", built.binary.format.suffix()),
        };
        if built.python.is_none() {
            let data = loader::source(module, &name).into_bytes();
            files.push(Content { name: format!("{folder}{module}.py"), data, is_binary: false });
        }
        files.push(Content { name: format!("{folder}{name}"), data: library.clone(), is_binary: true });
    }
    Ok(files)
}

/// Writes the importable files of `built` into `directory`.
pub(crate) fn place(built: &Built, layout: &Layout, directory: &Path) -> Result<Vec<ModuleFile>> {
    let mut placed = Vec::new();
    for content in contents(built, layout)? {
        let path = directory.join(&content.name);
        let folder = path.parent().unwrap_or(directory);
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the directory {}", folder.display()))?;
        replace(&path, &content.data).with_context(|| format!("cannot write {}", path.display()))?;
        placed.push(ModuleFile { path, is_binary: content.is_binary });
    }
    Ok(placed)
}

/// Writes a file so that a process which has the old one loaded keeps it: truncating a mapped library would crash that process.
fn replace(path: &Path, data: &[u8]) -> std::io::Result<()> {
    if fs::read(path).is_ok_and(|old| old == data) {
        return Ok(());
    }
    let mut temporary = path.as_os_str().to_owned();
    temporary.push(format!(".{}.tmp", std::process::id()));
    fs::write(&temporary, data)?;
    fs::rename(&temporary, path).inspect_err(|_| drop(fs::remove_file(&temporary)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_file_is_replaced_as_a_whole() {
        let directory = std::env::temp_dir().join(format!("hstack-replace-{}", std::process::id()));
        fs::create_dir_all(&directory).unwrap();
        let path = directory.join("a.so");
        replace(&path, b"one").unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(&directory).unwrap().count(), 1);
        fs::remove_dir_all(&directory).unwrap();
    }
}
