//! What differs between operating systems: file names, wheel tags, where a Python installation keeps its program.
//!
//! What depends on the *extension* is decided by the format of its file, so it holds when cross-compiling; what depends on this
//! *machine* is under `cfg`. Linux is tested; macOS and Windows are written from their documentation.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use object::{Architecture, BinaryFormat};

use crate::binary::Binary;

/// The three file formats of dynamic libraries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// Linux and the other systems with ELF files.
    Elf,
    /// macOS.
    MachO,
    /// Windows.
    Pe,
}

impl Format {
    pub(crate) fn of(format: BinaryFormat) -> Result<Format> {
        match format {
            BinaryFormat::Elf => Ok(Format::Elf),
            BinaryFormat::MachO => Ok(Format::MachO),
            BinaryFormat::Pe => Ok(Format::Pe),
            other => bail!("a dynamic library in the format {other:?} is not supported"),
        }
    }

    /// The ending under which every CPython of the system imports an extension module.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Format::Elf | Format::MachO => ".so",
            Format::Pe => ".pyd",
        }
    }

    /// A symbol as it is written in C: on macOS the file has an underscore before each.
    pub(crate) fn symbol(self, name: &[u8]) -> String {
        let name = String::from_utf8_lossy(name);
        match self {
            Format::MachO => name.strip_prefix('_').unwrap_or(&name).to_owned(),
            Format::Elf | Format::Pe => name.into_owned(),
        }
    }
}

/// Whether cargo gives a dynamic library this file name.
pub(crate) fn is_dynamic_library(path: &Path) -> bool {
    path.extension().is_some_and(|end| ["so", "dylib", "dll"].iter().any(|known| end == *known))
}

/// What the linker must be told so that a direct build may leave Python's symbols to the process that loads it: on macOS only.
pub(crate) fn direct_link_arguments(target: Option<&str>) -> &'static [&'static str] {
    let macos = match target {
        Some(target) => target.contains("apple-darwin"),
        None => cfg!(target_os = "macos"),
    };
    if macos { &["-C", "link-arg=-undefined", "-C", "link-arg=dynamic_lookup"] } else { &[] }
}

/// The platform part of the wheel's tag, and what the user should know about it.
pub(crate) fn wheel_tag(binary: &Binary) -> Result<(String, Option<String>)> {
    match binary.format {
        Format::Elf => linux_tag(binary),
        Format::MachO => macos_tag(binary).map(|tag| (tag, None)),
        Format::Pe => windows_tag(binary).map(|tag| (tag.to_owned(), None)),
    }
}

/// Libraries that every Linux distribution has, so that a wheel may need them (the manylinux policies list them).
const LINUX_LIBRARIES: [&str; 8] = [
    "libc.so.6",
    "libm.so.6",
    "libdl.so.2",
    "librt.so.1",
    "libpthread.so.0",
    "libgcc_s.so.1",
    "libstdc++.so.6",
    "libutil.so.1",
];

fn linux_tag(binary: &Binary) -> Result<(String, Option<String>)> {
    let machine = match binary.architecture {
        Architecture::X86_64 => "x86_64",
        Architecture::I386 => "i686",
        Architecture::Aarch64 => "aarch64",
        Architecture::Arm => "armv7l",
        Architecture::PowerPc64 => "ppc64le",
        Architecture::S390x => "s390x",
        Architecture::Riscv64 => "riscv64",
        Architecture::LoongArch64 => "loongarch64",
        other => bail!("no wheel tag is known for the processor {other:?} on Linux"),
    };
    let is_musl = |library: &String| library.starts_with("libc.musl-") || library == "libc.so";
    let other: Vec<&str> = binary
        .libraries
        .iter()
        .map(String::as_str)
        .filter(|name| {
            !LINUX_LIBRARIES.contains(name) && !name.starts_with("ld-") && !is_musl(&(*name).to_owned())
        })
        .collect();
    if !other.is_empty() {
        let note = format!(
            "the module needs {}, which not every Linux has, so the wheel is tagged linux_{machine} and a package index will refuse \
             it\n  help: link these statically, or run `auditwheel repair` on the wheel",
            other.join(", ")
        );
        return Ok((format!("linux_{machine}"), Some(note)));
    }
    if binary.libraries.iter().any(is_musl) {
        return Ok((format!("musllinux_1_2_{machine}"), None));
    }
    // Rust itself needs glibc 2.17, and older ones have no installers that matter.
    let (major, minor) = binary.glibc.unwrap_or_default().max((2, 17));
    let tag = format!("manylinux_{major}_{minor}_{machine}");
    // Installers from before manylinux_2_NN know 2.17 under its year.
    let tag = if (major, minor) == (2, 17) { format!("{tag}.manylinux2014_{machine}") } else { tag };
    Ok((tag, None))
}

fn macos_tag(binary: &Binary) -> Result<String> {
    let (machine, oldest) = match binary.architecture {
        Architecture::X86_64 => ("x86_64", (10, 12)),
        Architecture::Aarch64 => ("arm64", (11, 0)),
        other => bail!("no wheel tag is known for the processor {other:?} on macOS"),
    };
    let (major, minor) = binary.macos.unwrap_or(oldest);
    // From 11 on only the major version counts.
    let minor = if major >= 11 { 0 } else { minor };
    Ok(format!("macosx_{major}_{minor}_{machine}"))
}

fn windows_tag(binary: &Binary) -> Result<&'static str> {
    match binary.architecture {
        Architecture::X86_64 => Ok("win_amd64"),
        Architecture::I386 => Ok("win32"),
        Architecture::Aarch64 => Ok("win_arm64"),
        other => bail!("no wheel tag is known for the processor {other:?} on Windows"),
    }
}

/// The program of the virtual environment or installation in `directory`.
pub(crate) fn python_in(directory: &Path) -> PathBuf {
    if cfg!(windows) {
        let scripts = directory.join("Scripts").join("python.exe");
        if scripts.exists() { scripts } else { directory.join("python.exe") }
    } else {
        let python = directory.join("bin").join("python");
        if python.exists() { python } else { directory.join("bin").join("python3") }
    }
}

/// A file name as a command name: without `.exe` on Windows.
pub(crate) fn command_name(file: &OsStr) -> Option<&str> {
    let name = file.to_str()?;
    if cfg!(windows) { name.strip_suffix(".exe") } else { Some(name) }
}

/// The user's cache directory.
pub(crate) fn cache_directory() -> Option<PathBuf> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        variable("HOME").map(|home| home.join("Library/Caches"))
    } else {
        variable("XDG_CACHE_HOME").or_else(|| variable("HOME").map(|home| home.join(".cache")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn binary(format: Format, architecture: Architecture, libraries: &[&str]) -> Binary {
        Binary {
            format,
            architecture,
            modules: vec!["m".into()],
            python_symbols: Vec::new(),
            glibc: Some((2, 34)),
            macos: Some((12, 3)),
            libraries: libraries.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    fn tag(binary: &Binary) -> String {
        wheel_tag(binary).unwrap().0
    }

    #[test]
    fn linux_tags_follow_the_newest_symbol() {
        let mut file = binary(Format::Elf, Architecture::X86_64, &["libc.so.6", "ld-linux-x86-64.so.2"]);
        assert_eq!(tag(&file), "manylinux_2_34_x86_64");
        file.glibc = Some((2, 4));
        assert_eq!(tag(&file), "manylinux_2_17_x86_64.manylinux2014_x86_64");
    }

    #[test]
    fn a_library_of_one_distribution_is_named() {
        let file = binary(Format::Elf, Architecture::Aarch64, &["libssl.so.3", "libc.so.6"]);
        let (tag, note) = wheel_tag(&file).unwrap();
        assert_eq!(tag, "linux_aarch64");
        assert!(note.unwrap().contains("libssl.so.3"));
    }

    #[test]
    fn the_other_systems_have_their_own_tags() {
        assert_eq!(
            tag(&binary(Format::Elf, Architecture::X86_64, &["libc.musl-x86_64.so.1"])),
            "musllinux_1_2_x86_64"
        );
        assert_eq!(tag(&binary(Format::MachO, Architecture::Aarch64, &[])), "macosx_12_0_arm64");
        assert_eq!(tag(&binary(Format::Pe, Architecture::X86_64, &[])), "win_amd64");
    }
}
