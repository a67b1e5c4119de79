//! What one interpreter's test run came to: the lines that the pytest plugin wrote, judged.

use std::process::ExitStatus;
use std::time::Duration;

use serde::Deserialize;

use crate::python::Python;
use crate::skips::Skips;

/// One line of the plugin (`report_plugin.py`).
#[derive(Debug, Deserialize)]
#[serde(tag = "event", rename_all = "lowercase")]
enum Event {
    Collected { tests: usize },
    Start { test: String },
    Result { test: String, outcome: Outcome, reason: Option<String> },
    End { status: i32, gil: bool, modules: Vec<Imported> },
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Outcome {
    Passed,
    Failed,
    Skipped,
    Error,
}

#[derive(Debug, Deserialize)]
struct Imported {
    name: String,
    path: String,
    hash: Option<String>,
}

/// A row of the table.
#[derive(Debug, Default)]
pub(crate) struct Row {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
    pub(crate) errors: usize,
    /// Whether the GIL was on when the tests ended; unknown after a crash.
    pub(crate) gil: Option<bool>,
    /// The SHA-256 of the module file that the tests imported.
    pub(crate) hash: Option<String>,
    pub(crate) time: Duration,
    /// Everything that makes the row fail besides failed tests and errors, in words.
    pub(crate) problems: Vec<String>,
}

/// How the process ended.
pub(crate) enum End {
    Exit(ExitStatus),
    /// It took too long and was ended.
    Timeout(Duration),
}

/// What a run is judged by.
pub(crate) struct Expectation<'a> {
    pub(crate) python: &'a Python,
    pub(crate) skips: &'a Skips,
    /// The SHA-256 of the file that was built.
    pub(crate) hash: &'a str,
}

impl Row {
    /// Whether everything is as it should be.
    pub(crate) fn is_good(&self) -> bool {
        self.failures() == 0
    }

    /// Failed tests, errors and problems: zero exactly when the row is good.
    pub(crate) fn failures(&self) -> usize {
        self.failed + self.errors + self.problems.len()
    }

    /// `off` is what a free-threaded Python should say; others have no choice.
    pub(crate) fn gil_text(&self) -> &'static str {
        match self.gil {
            Some(true) => "on",
            Some(false) => "off",
            None => "?",
        }
    }

    /// The first 12 digits of the hash.
    pub(crate) fn hash_text(&self) -> &str {
        self.hash.as_deref().and_then(|hash| hash.get(..12)).unwrap_or("-")
    }
}

/// The tests that finished so far and those collected, for a progress display.
pub(crate) fn progress(report: &str) -> (usize, Option<usize>) {
    let mut started: usize = 0;
    let mut collected = None;
    for line in report.lines() {
        match serde_json::from_str(line) {
            Ok(Event::Start { .. }) => started += 1,
            Ok(Event::Collected { tests }) => collected = Some(tests),
            _ => {}
        }
    }
    (started.saturating_sub(1), collected)
}

/// Judges a finished run by the plugin's `report` and by how the process ended.
pub(crate) fn judge(report: &str, end: &End, expected: &Expectation<'_>) -> Row {
    let mut row = Row::default();
    let mut running = None;
    let mut finish = None;
    for line in report.lines() {
        // The last line of a crashed process may be cut off.
        match serde_json::from_str(line) {
            Ok(Event::Start { test }) => running = Some(test),
            Ok(Event::Result { test, outcome, reason }) => {
                row.count(outcome);
                if outcome == Outcome::Skipped && !expected.skips.allow(&expected.python.name, &test) {
                    let reason = reason.unwrap_or_default();
                    row.problems.push(format!("{test} was skipped and skips.txt does not list it: {reason}"));
                }
            }
            Ok(Event::End { status, gil, modules }) => finish = Some((status, gil, modules)),
            Ok(Event::Collected { .. }) | Err(_) => {}
        }
    }
    let place = match &running {
        Some(test) => format!("while or after running {test}"),
        None => "before the first test".to_owned(),
    };
    match (&finish, end) {
        (_, End::Timeout(limit)) => {
            row.problems.push(format!("took longer than {} seconds, {place}", limit.as_secs()));
        }
        (None, End::Exit(status)) if status.code() == Some(4) => {
            row.problems.push("pytest does not understand its arguments".to_owned());
        }
        (None, End::Exit(status)) => row.problems.push(format!("stopped with {status} {place}")),
        (Some((code, ..)), End::Exit(status)) if status.code() != Some(*code) => {
            row.problems.push(format!("all tests ran, then Python stopped with {status}"));
        }
        _ => {}
    }
    if let Some((status, gil, modules)) = finish {
        row.gil = Some(gil);
        row.judge_end(status, &modules, expected);
    }
    row
}

impl Row {
    fn count(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Passed => &mut self.passed,
            Outcome::Failed => &mut self.failed,
            Outcome::Skipped => &mut self.skipped,
            Outcome::Error => &mut self.errors,
        } += 1;
    }

    fn judge_end(&mut self, status: i32, modules: &[Imported], expected: &Expectation<'_>) {
        match status {
            1 if self.failed + self.errors == 0 => {
                self.problems.push("no test failed, yet pytest did: see its output".to_owned());
            }
            // Files that cannot be collected are counted as errors and stop pytest too.
            2 if self.errors == 0 => self.problems.push("pytest was interrupted".to_owned()),
            3 => self.problems.push("pytest failed internally".to_owned()),
            _ if self.passed + self.failed + self.errors == 0 => {
                self.problems.push("no test ran".to_owned());
                return;
            }
            _ => {}
        }
        if self.gil == Some(true) && expected.python.is_free_threaded() {
            self.problems.push("the GIL was turned on in a free-threaded Python".to_owned());
        }
        self.hash = modules.iter().find_map(|module| module.hash.clone());
        let stopped_early = self.errors > 0 || status >= 2;
        if modules.is_empty() && !stopped_early {
            self.problems.push("the tests did not import the module".to_owned());
        }
        for module in modules.iter().filter(|module| module.hash.as_deref() != Some(expected.hash)) {
            let text =
                format!("`import {}` found another file than the one built: {}", module.name, module.path);
            self.problems.push(text);
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::process::ExitStatusExt;

    use super::*;
    use crate::python::tests::python;

    const HASH: &str = "0123456789abcdef";

    fn judged(lines: &[&str], end: End, flags: &str) -> Row {
        let python = python("CPython", (3, 13, 0), (3, 13, 0), flags);
        let skips = Skips::default();
        judge(&lines.join("\n"), &end, &Expectation { python: &python, skips: &skips, hash: HASH })
    }

    fn exit(code: i32) -> End {
        End::Exit(ExitStatus::from_raw(code << 8))
    }

    const PASSED: &str = r#"{"event": "result", "test": "test_a.py::test_x", "outcome": "passed"}"#;
    const SKIPPED: &str =
        r#"{"event": "result", "test": "test_a.py::test_y", "outcome": "skipped", "reason": "no"}"#;
    const START: &str = r#"{"event": "start", "test": "test_a.py::test_x"}"#;

    fn finish(status: i32, gil: bool, hash: &str) -> String {
        format!(
            r#"{{"event": "end", "status": {status}, "gil": {gil},
            "modules": [{{"name": "m", "path": "/t/m.so", "hash": "{hash}"}}]}}"#
        )
        .replace('\n', "")
    }

    #[test]
    fn a_good_run() {
        let row = judged(&[START, PASSED, &finish(0, true, HASH)], exit(0), "");
        assert!(row.is_good(), "{row:?}");
        assert_eq!((row.passed, row.gil_text(), row.hash_text()), (1, "on", "0123456789ab"));
    }

    #[test]
    fn a_skip_must_be_listed() {
        let row = judged(&[PASSED, SKIPPED, &finish(0, true, HASH)], exit(0), "");
        assert_eq!((row.skipped, row.failures()), (1, 1));
    }

    #[test]
    fn nothing_passes_without_a_test_or_with_another_file() {
        assert!(!judged(&[&finish(5, true, HASH)], exit(5), "").is_good());
        assert!(!judged(&[PASSED, &finish(0, true, "beef")], exit(0), "").is_good());
        let nowhere = r#"{"event": "end", "status": 0, "gil": true, "modules": []}"#;
        assert!(!judged(&[PASSED, nowhere], exit(0), "").is_good());
    }

    #[test]
    fn a_plugin_may_fail_a_run_in_which_no_test_failed() {
        let row = judged(&[PASSED, &finish(1, true, HASH)], exit(1), "");
        assert_eq!((row.failed, row.failures()), (0, 1));
        let failed = PASSED.replace("passed", "failed");
        assert_eq!(judged(&[&failed, &finish(1, true, HASH)], exit(1), "").failures(), 1);
    }

    #[test]
    fn the_gil_must_stay_off_where_it_can() {
        assert!(judged(&[PASSED, &finish(0, false, HASH)], exit(0), "t").is_good());
        assert!(!judged(&[PASSED, &finish(0, true, HASH)], exit(0), "t").is_good());
    }

    #[test]
    fn a_crash_names_the_test() {
        let row = judged(&[START, r#"{"event": "res"#], End::Exit(ExitStatus::from_raw(11)), "");
        assert!(row.problems[0].contains("test_a.py::test_x"), "{row:?}");
        let at_exit =
            judged(&[START, PASSED, &finish(0, true, HASH)], End::Exit(ExitStatus::from_raw(11)), "");
        assert!(at_exit.problems[0].starts_with("all tests ran"), "{at_exit:?}");
        assert!(!judged(&[START], End::Timeout(Duration::from_secs(3)), "").is_good());
    }
}
