//! One run of pytest on one interpreter.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::python::{self, Python};
use crate::report::{self, End, Expectation, Row};
use crate::run::python_path;
use crate::skips::Skips;

/// Everything a run needs; made before the first one starts, so that a run itself can hardly go wrong.
pub(crate) struct Session {
    pub(crate) python: Python,
    /// Where the importable files are.
    pub(crate) modules: PathBuf,
    /// The names of the modules under test.
    pub(crate) names: Vec<String>,
    /// The SHA-256 of their file.
    pub(crate) hash: String,
    /// The folder that pytest comes from, unless the interpreter has it.
    pub(crate) pytest: Option<PathBuf>,
    /// Where the log, the reports and the plugin go.
    pub(crate) output: PathBuf,
    /// The folder of the tests.
    pub(crate) tests: PathBuf,
}

/// What is the same for every run.
pub(crate) struct Settings<'a> {
    pub(crate) arguments: &'a [OsString],
    pub(crate) counting: bool,
    pub(crate) timeout: Duration,
    /// Whether pytest's output goes to the user at once, not into the log.
    pub(crate) live: bool,
    pub(crate) skips: &'a Skips,
}

/// The name that pytest imports the plugin by.
const PLUGIN: &str = "hstack_report_plugin";

/// Writes the plugin's file into `directory`.
pub(crate) fn write_plugin(directory: &Path) -> Result<()> {
    fs::create_dir_all(directory)?;
    let path = directory.join(format!("{PLUGIN}.py"));
    fs::write(&path, include_str!("report_plugin.py"))
        .with_context(|| format!("cannot write {}", path.display()))
}

impl Session {
    fn file(&self, ending: &str) -> PathBuf {
        self.output.join(format!("{}.{ending}", self.python.name))
    }

    /// What pytest printed.
    pub(crate) fn log(&self) -> String {
        fs::read(self.file("log")).map(|log| String::from_utf8_lossy(&log).into_owned()).unwrap_or_default()
    }

    /// How many tests have finished, of how many.
    pub(crate) fn progress(&self) -> (usize, Option<usize>) {
        report::progress(&fs::read_to_string(self.file("jsonl")).unwrap_or_default())
    }

    /// Runs the tests and judges the result.
    pub(crate) fn run(&self, settings: &Settings<'_>) -> Row {
        let start = Instant::now();
        let mut row = match self.start(settings) {
            Ok(end) => {
                let report = fs::read_to_string(self.file("jsonl")).unwrap_or_default();
                let expected = Expectation { python: &self.python, skips: settings.skips, hash: &self.hash };
                report::judge(&report, &end, &expected)
            }
            Err(error) => Row { problems: vec![format!("{error:#}")], ..Row::default() },
        };
        row.time = start.elapsed();
        row
    }

    fn start(&self, settings: &Settings<'_>) -> Result<End> {
        let mut command = self.command(settings)?;
        if !settings.live {
            let log = File::create(self.file("log"))?;
            command.stderr(log.try_clone()?).stdout(log).stdin(Stdio::null());
        }
        // A report of an earlier run must not be taken for this one's.
        fs::write(self.file("jsonl"), "")?;
        let path = self.python.path.display();
        let mut child = command.spawn().with_context(|| format!("cannot start {path}"))?;
        Ok(match python::wait(&mut child, settings.timeout)? {
            Some(status) => End::Exit(status),
            None => End::Timeout(settings.timeout),
        })
    }

    fn command(&self, settings: &Settings<'_>) -> Result<Command> {
        let first: Vec<&Path> =
            [self.modules.as_path(), &self.output].into_iter().chain(self.pytest.as_deref()).collect();
        let mut command = Command::new(&self.python.path);
        command.current_dir(&self.tests).env("PYTHONPATH", python_path(&first)?);
        command.env("HSTACK_REPORT", self.file("jsonl")).env("HSTACK_MODULES", self.names.join(","));
        command.args(["-m", "pytest", "-p", PLUGIN, "--rootdir"]).arg(&self.tests);
        let option = |name: &str, path: PathBuf| {
            let mut text = OsString::from(name);
            text.push(path);
            text
        };
        command.arg("-o").arg(option("cache_dir=", self.file("cache")));
        command.arg(option("--junitxml=", self.file("xml")));
        if settings.counting {
            command.arg("--counting");
        }
        command.args(settings.arguments);
        Ok(command)
    }
}
