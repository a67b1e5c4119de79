//! One Python interpreter: what it is, as it says itself.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// An interpreter that answered.
#[derive(Clone, Debug)]
pub(crate) struct Python {
    /// What starts it.
    pub(crate) path: PathBuf,
    /// Short and telling: `cp313t`, `cp311d`, `pypy311-8.0`.
    pub(crate) name: String,
    /// The real program behind links and wrappers.
    pub(crate) executable: PathBuf,
    pub(crate) facts: Facts,
    /// The ending of the file names that only this version imports.
    pub(crate) extension_suffix: String,
}

/// The answer of the probe.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Facts {
    version: (u32, u32, u32, String, u32),
    implementation: String,
    implementation_version: (u32, u32, u32),
    executable: PathBuf,
    suffix: Option<String>,
    free_threaded: bool,
    debug: bool,
    pub(crate) pytest: bool,
    pub(crate) pip: bool,
}

/// How long an interpreter may take to say what it is.
const PATIENCE: Duration = Duration::from_secs(30);

/// Answers in JSON. The first line keeps a `json.py` in the current directory out; everything works in Python 2.7 too.
const PROBE: &str = r#"
import sys
sys.path = [entry for entry in sys.path if entry]
import json, platform, sysconfig
try:
    from importlib.util import find_spec as has
except ImportError:
    has = lambda name: None
version = sys.version_info
own = getattr(sys, "pypy_version_info", None) or (sys.implementation.version if hasattr(sys, "implementation") else version)
json.dump({
    "version": list(version),
    "implementation": platform.python_implementation(),
    "implementation_version": list(own[:3]),
    "executable": sys.executable,
    "suffix": sysconfig.get_config_var("EXT_SUFFIX"),
    "free_threaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
    "debug": hasattr(sys, "gettotalrefcount"),
    "pytest": has("pytest") is not None,
    "pip": has("pip") is not None,
}, sys.stdout)
"#;

impl Python {
    /// Starts the interpreter at `path` and asks it what it is.
    pub(crate) fn probe(path: &Path) -> Result<Python> {
        let mut command = Command::new(path);
        command.args(["-c", PROBE]).env_remove("PYTHONPATH").env_remove("PYTHONHOME");
        let output =
            run(command, PATIENCE).with_context(|| format!("{} is not a usable Python", path.display()))?;
        let facts: Facts = serde_json::from_str(&output)
            .with_context(|| format!("{} does not answer like a Python", path.display()))?;
        // A pyenv shim chooses a version by the current directory, so it is not one interpreter.
        let is_shim = path.parent().is_some_and(|parent| parent.ends_with("shims"));
        let path = if is_shim { facts.executable.clone() } else { std::path::absolute(path)? };
        let executable = facts.executable.canonicalize().unwrap_or_else(|_| facts.executable.clone());
        let extension_suffix = facts.suffix.clone().unwrap_or_else(|| ".so".to_owned());
        Ok(Python { path, name: facts.name(), executable, facts, extension_suffix })
    }

    /// Whether hstack modules run on it.
    pub(crate) fn is_supported(&self) -> bool {
        !self.is_older_than(3, 9)
    }

    pub(crate) fn is_older_than(&self, major: u32, minor: u32) -> bool {
        (self.facts.version.0, self.facts.version.1) < (major, minor)
    }

    /// `3.11`
    pub(crate) fn short_version(&self) -> String {
        format!("{}.{}", self.facts.version.0, self.facts.version.1)
    }

    pub(crate) fn is_free_threaded(&self) -> bool {
        self.facts.free_threaded
    }

    /// `3.11.7`, or `3.15.0rc1` before a release.
    pub(crate) fn version_text(&self) -> String {
        let (major, minor, micro, level, serial) = &self.facts.version;
        let level = match level.as_str() {
            "alpha" => format!("a{serial}"),
            "beta" => format!("b{serial}"),
            "candidate" => format!("rc{serial}"),
            _ => String::new(),
        };
        format!("{major}.{minor}.{micro}{level}")
    }

    /// `CPython`, or `PyPy 8.0.1`, whose own version differs from Python's.
    pub(crate) fn implementation_text(&self) -> String {
        let facts = &self.facts;
        let own = facts.implementation_version;
        if own == (facts.version.0, facts.version.1, facts.version.2) {
            return facts.implementation.clone();
        }
        format!("{} {}.{}.{}", facts.implementation, own.0, own.1, own.2)
    }

    /// `free-threaded`, `debug`, both or nothing.
    pub(crate) fn build_text(&self) -> String {
        let kinds = [(self.facts.free_threaded, "free-threaded"), (self.facts.debug, "debug")];
        kinds.iter().filter(|kind| kind.0).map(|kind| kind.1).collect::<Vec<_>>().join(", ")
    }

    /// The tags of a wheel that only this version installs: `cp313-cp313t`, `pp311-pypy311_pp80`.
    pub(crate) fn wheel_tags(&self) -> String {
        let (major, minor, ..) = self.facts.version;
        if self.facts.implementation == "PyPy" {
            let own = self.facts.implementation_version;
            return format!("pp{major}{minor}-pypy{major}{minor}_pp{}{}", own.0, own.1);
        }
        format!("cp{major}{minor}-cp{major}{minor}{}", self.facts.flags())
    }

    /// Whether the user means this interpreter: its name, or a (part of a) version such as `3.12`, `3.13t`, `python3.12`.
    pub(crate) fn is_called(&self, wanted: &str) -> bool {
        let wanted = wanted.to_ascii_lowercase();
        if self.name == wanted {
            return true;
        }
        let of_pypy = self.facts.implementation == "PyPy";
        let rest = match wanted.strip_prefix("pypy") {
            Some(rest) if of_pypy => rest,
            Some(_) => return false,
            None if of_pypy => return false,
            None => wanted.strip_prefix("python").unwrap_or(&wanted),
        };
        let number = rest.trim_end_matches(['t', 'd']);
        if number.is_empty() || rest[number.len()..] != self.facts.flags() {
            return false;
        }
        let version = self.version_text();
        version == number || version.strip_prefix(number).is_some_and(|rest| rest.starts_with('.'))
    }
}

impl Facts {
    fn flags(&self) -> String {
        format!("{}{}", if self.free_threaded { "t" } else { "" }, if self.debug { "d" } else { "" })
    }

    fn name(&self) -> String {
        let (major, minor, ..) = self.version;
        let own = self.implementation_version;
        match self.implementation.as_str() {
            "CPython" => format!("cp{major}{minor}{}", self.flags()),
            other => format!("{}{major}{minor}-{}.{}", other.to_ascii_lowercase(), own.0, own.1),
        }
    }
}

/// Runs a command that prints little, and returns what it printed.
fn run(mut command: Command, patience: Duration) -> Result<String> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let status = wait(&mut child, patience)?;
    let mut text = String::new();
    let (mut output, mut errors) = (child.stdout.take(), child.stderr.take());
    match status {
        None => bail!("it did not answer within {} seconds", patience.as_secs()),
        Some(status) if !status.success() => {
            errors.as_mut().map(|pipe| pipe.read_to_string(&mut text)).transpose()?;
            let last = text.trim().lines().last().unwrap_or("it printed nothing");
            bail!("{status}: {last}")
        }
        Some(_) => {
            output.as_mut().map(|pipe| pipe.read_to_string(&mut text)).transpose()?;
            Ok(text)
        }
    }
}

/// Waits for a process, and ends it when it takes longer than `patience`.
pub(crate) fn wait(child: &mut Child, patience: Duration) -> Result<Option<ExitStatus>> {
    let start = Instant::now();
    let mut pause = Duration::from_millis(2);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if start.elapsed() > patience {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(100));
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// An interpreter that is not there.
    pub(crate) fn python(
        implementation: &str,
        version: (u32, u32, u32),
        own: (u32, u32, u32),
        flags: &str,
    ) -> Python {
        let facts = Facts {
            version: (version.0, version.1, version.2, "final".into(), 0),
            implementation: implementation.into(),
            implementation_version: own,
            executable: "/p".into(),
            suffix: None,
            free_threaded: flags.contains('t'),
            debug: flags.contains('d'),
            pytest: false,
            pip: false,
        };
        let path = PathBuf::from("/p");
        Python { executable: path.clone(), path, name: facts.name(), facts, extension_suffix: ".so".into() }
    }

    fn cpython(minor: u32, flags: &str) -> Python {
        python("CPython", (3, minor, 4), (3, minor, 4), flags)
    }

    #[test]
    fn names_say_implementation_version_and_build() {
        assert_eq!(cpython(9, "").name, "cp39");
        assert_eq!(cpython(13, "t").name, "cp313t");
        assert_eq!(cpython(14, "td").name, "cp314td");
        assert_eq!(python("PyPy", (3, 11, 17), (8, 0, 1), "").name, "pypy311-8.0");
        assert_eq!(python("GraalVM", (3, 12, 8), (25, 0, 1), "").name, "graalvm312-25.0");
    }

    #[test]
    fn an_interpreter_answers_to_name_and_version() {
        let plain = cpython(12, "");
        for wanted in ["cp312", "3.12", "3.12.4", "python3.12", "Python3.12", "3"] {
            assert!(plain.is_called(wanted), "{wanted}");
        }
        for wanted in ["3.1", "3.12t", "pypy3.12", "3.12.40", "python", ""] {
            assert!(!plain.is_called(wanted), "{wanted}");
        }
        assert!(cpython(13, "t").is_called("3.13t") && !cpython(13, "t").is_called("3.13"));
        let pypy = python("PyPy", (3, 11, 17), (8, 0, 1), "");
        assert!(pypy.is_called("pypy3.11") && !pypy.is_called("3.11"));
    }

    #[test]
    fn wheel_tags_of_direct_builds() {
        assert_eq!(cpython(13, "t").wheel_tags(), "cp313-cp313t");
        assert_eq!(python("PyPy", (3, 11, 17), (8, 0, 1), "").wheel_tags(), "pp311-pypy311_pp80");
    }

    #[test]
    fn versions_before_3_9_are_not_supported() {
        assert!(cpython(9, "").is_supported() && !cpython(8, "").is_supported());
    }
}
