//! Reads a dynamic library: which modules it exports, what it needs from Python and from the system.
//!
//! Everything comes from the tables that the dynamic loader itself reads, so it is right for cross-compiled and stripped files too.

use std::path::Path;

use anyhow::{Context, Result};
use object::read::{File, ImportFlags, Object};

use crate::platform::Format;

/// What there is to know about a dynamic library before it is loaded.
#[derive(Debug)]
pub(crate) struct Binary {
    pub(crate) format: Format,
    pub(crate) architecture: object::Architecture,
    /// The Python modules it is: `NAME` for each exported `PyInit_NAME`.
    pub(crate) modules: Vec<String>,
    /// Functions and data of Python that it cannot be loaded without.
    pub(crate) python_symbols: Vec<String>,
    /// The newest glibc that one of its symbols needs.
    pub(crate) glibc: Option<(u32, u32)>,
    /// The oldest macOS it says it runs on.
    pub(crate) macos: Option<(u32, u32)>,
    /// The libraries it needs.
    pub(crate) libraries: Vec<String>,
}

impl Binary {
    /// Reads the file at `path`.
    pub(crate) fn read(path: &Path) -> Result<Binary> {
        let data = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        Binary::parse(&data).with_context(|| format!("cannot read the symbols of {}", path.display()))
    }

    fn parse(data: &[u8]) -> Result<Binary> {
        let file = File::parse(data)?;
        let format = Format::of(file.format())?;
        let mut modules = Vec::new();
        for export in file.exports()? {
            let export = export?;
            let name = export.name().name().map(|name| format.symbol(name));
            if let Some(module) = name.as_deref().and_then(|name| name.strip_prefix("PyInit_")) {
                modules.push(module.to_owned());
            }
        }
        modules.sort();
        let mut python_symbols = Vec::new();
        let mut glibc = None;
        for import in file.imports()? {
            let import = import?;
            let Some(name) = import.name().name().map(|name| format.symbol(name)) else { continue };
            if is_python(&name) && !import.is_weak() {
                python_symbols.push(name);
            }
            if let ImportFlags::Elf { version: Some(version), .. } = import.flags() {
                glibc = glibc.max(glibc_version(&String::from_utf8_lossy(version)));
            }
        }
        python_symbols.sort();
        python_symbols.dedup();
        let mut libraries = Vec::new();
        for library in file.import_libraries()? {
            libraries.push(String::from_utf8_lossy(library?.name()).into_owned());
        }
        let macos = macos_version(&file);
        Ok(Binary {
            format,
            architecture: file.architecture(),
            modules,
            python_symbols,
            glibc,
            macos,
            libraries,
        })
    }
}

/// Whether a symbol belongs to CPython or PyPy: `PyList_New`, `_Py_NoneStruct`, `Py_IncRef`, `PyPyList_New`.
fn is_python(symbol: &str) -> bool {
    let name = symbol.trim_start_matches('_');
    name.strip_prefix("Py").is_some_and(|rest| rest.starts_with(|c: char| c == '_' || c.is_ascii_uppercase()))
}

fn glibc_version(version: &str) -> Option<(u32, u32)> {
    let (major, rest) = version.strip_prefix("GLIBC_")?.split_once('.')?;
    let minor = rest.split('.').next()?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

fn macos_version(file: &File<'_>) -> Option<(u32, u32)> {
    let File::MachO64(file) = file else { return None };
    let (command, _) = file.build_version().ok()??;
    let version = command.minos.get(file.endian()).0;
    Some((version >> 16, (version >> 8) & 0xff))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_of_python_are_known_by_their_prefix() {
        for name in ["PyList_New", "_Py_NoneStruct", "Py_IncRef", "_PyLong_FromByteArray", "PyPyList_New"] {
            assert!(is_python(name), "{name}");
        }
        for name in ["Python", "malloc", "pythonic", "__gmon_start__", "Pyramid"] {
            assert!(!is_python(name), "{name}");
        }
    }

    #[test]
    fn glibc_versions_compare_as_numbers() {
        assert_eq!(glibc_version("GLIBC_2.2.5"), Some((2, 2)));
        assert!(glibc_version("GLIBC_2.34") > glibc_version("GLIBC_2.4"));
        assert_eq!(glibc_version("GCC_3.0"), None);
        assert_eq!(glibc_version("GLIBC_PRIVATE"), None);
    }

    #[test]
    fn this_very_program_can_be_read() {
        let binary = Binary::read(&std::env::current_exe().unwrap()).unwrap();
        assert!(binary.modules.is_empty() && binary.python_symbols.is_empty());
    }
}
