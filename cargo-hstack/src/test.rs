//! `cargo hstack test`: builds once, runs pytest on each interpreter, and prints one table.

use std::ffi::OsString;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::cli::Selection;
use crate::compile::{Profile, compile};
use crate::package::{Package, Workspace};
use crate::project::PyProject;
use crate::python::Python;
use crate::report::Row;
use crate::session::{Session, Settings, write_plugin};
use crate::skips::Skips;
use crate::table::Table;
use crate::{discovery, module_file, progress, pytest};

/// What the command line asks for.
pub(crate) struct Options<'a> {
    pub(crate) selection: &'a Selection,
    pub(crate) profile: Profile,
    pub(crate) pythons: &'a [String],
    pub(crate) all: bool,
    pub(crate) jobs: usize,
    pub(crate) timeout: Duration,
    pub(crate) with: &'a [String],
    pub(crate) counting: bool,
    pub(crate) arguments: Vec<OsString>,
}

/// Tests the selected package; the exit code says whether every row is good.
pub(crate) fn test(options: Options<'_>) -> Result<ExitCode> {
    let (workspace, package) = options.selection.locate()?;
    let tests = test_directory(&package)?;
    let skips = Skips::read(&tests)?;
    let pythons = discovery::choose_several(options.pythons, options.all)?;
    let sessions = prepare(&options, &workspace, &package, &tests, pythons)?;
    let arguments = absolute_paths(options.arguments);
    let settings = Settings {
        arguments: &arguments,
        counting: options.counting,
        timeout: options.timeout,
        live: sessions.len() == 1,
        skips: &skips,
    };
    let rows = run_all(&sessions, &settings, options.jobs);
    let all_good = rows.iter().all(Row::is_good);
    print_logs(&sessions, &rows, &settings);
    print_report(&sessions, &rows);
    Ok(if all_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Builds, and makes ready whatever each interpreter needs.
fn prepare(
    options: &Options<'_>,
    workspace: &Workspace,
    package: &Package,
    tests: &Path,
    pythons: Vec<Python>,
) -> Result<Vec<Session>> {
    let pyproject = PyProject::read(package.directory())?;
    let companions = companions(options, workspace)?;
    let build = |python: Option<&Python>| -> Result<(PathBuf, Vec<String>, String)> {
        for companion in &companions {
            let built = compile(companion, options.selection, options.profile, python)?;
            let layout = PyProject::read(companion.directory())?;
            module_file::place(&built, layout.layout(), &built.directory(workspace))?;
        }
        let built = compile(package, options.selection, options.profile, python)?;
        let directory = built.directory(workspace);
        let placed = module_file::place(&built, pyproject.layout(), &directory)?;
        let binary = placed.iter().find(|file| file.is_binary).context("no module was built")?;
        let names = built.binary.modules.iter().map(|name| pyproject.layout().full_name(name));
        Ok((directory, names.collect::<Result<_>>()?, sha256(&binary.path)?))
    };
    let universal = if options.selection.direct { None } else { Some(build(None)?) };
    let folder = workspace.target_directory.join("hstack");
    let output = folder.join("test").join(&package.name);
    write_plugin(&output)?;
    let mut sessions = Vec::new();
    for python in pythons {
        let (modules, names, hash) = match &universal {
            Some(universal) => universal.clone(),
            None => build(Some(&python))?,
        };
        let pytest = pytest::folder(&python, &folder)?;
        let (output, tests) = (output.clone(), tests.to_owned());
        sessions.push(Session { python, modules, names, hash, pytest, output, tests });
    }
    Ok(sessions)
}

/// The packages whose files the tests want beside those of the package under test.
fn companions(options: &Options<'_>, workspace: &Workspace) -> Result<Vec<Package>> {
    let start = std::env::current_dir()?;
    let mut companions = Vec::new();
    for name in options.with {
        companions.push(workspace.choose(Some(name), &start)?.clone());
    }
    if options.counting {
        companions.extend(workspace.member("counting").filter(|package| package.has_cdylib()).cloned());
    }
    Ok(companions)
}

/// The folder with the package's Python tests.
fn test_directory(package: &Package) -> Result<PathBuf> {
    let own = package.directory().to_owned();
    let candidates = [own.join("tests"), own.join("python"), own.clone()];
    candidates.into_iter().find(|directory| has_tests(directory, 3)).with_context(|| {
        format!(
            "package `{}` has no Python tests\n  help: write one in {}",
            package.name,
            own.join("tests").join("test_NAME.py").display()
        )
    })
}

/// Whether there is a file that pytest takes for tests, at most `depth` folders down.
fn has_tests(directory: &Path, depth: usize) -> bool {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            return depth > 0
                && name != "target"
                && !name.starts_with('.')
                && has_tests(&entry.path(), depth - 1);
        }
        name.ends_with("_test.py") || (name.starts_with("test_") && name.ends_with(".py"))
    })
}

/// Paths in pytest's arguments are the user's, but pytest runs in the folder of the tests.
fn absolute_paths(arguments: Vec<OsString>) -> Vec<OsString> {
    let absolute = |argument: &OsString| {
        let text = argument.to_str()?;
        let (path, rest) = text.split_at(text.find("::").unwrap_or(text.len()));
        let exists = !path.starts_with('-') && Path::new(path).exists();
        exists.then(|| std::path::absolute(path).ok()).flatten().map(|path| {
            let mut path = path.into_os_string();
            path.push(rest);
            path
        })
    };
    arguments.into_iter().map(|argument| absolute(&argument).unwrap_or(argument)).collect()
}

fn run_all(sessions: &[Session], settings: &Settings<'_>, jobs: usize) -> Vec<Row> {
    if let [session] = sessions {
        return vec![session.run(settings)];
    }
    let bar = progress::bar(sessions.len(), "Testing");
    let on_terminal = std::io::stderr().is_terminal();
    let rows: Mutex<Vec<Option<Row>>> = Mutex::new(sessions.iter().map(|_| None).collect());
    let running: Mutex<Vec<usize>> = Mutex::default();
    let next = AtomicUsize::new(0);
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(session) = sessions.get(index) else { break };
            lock(&running).push(index);
            let row = session.run(settings);
            lock(&running).retain(|&other| other != index);
            if !on_terminal {
                let verdict = if row.is_good() { "ok" } else { "FAILED" };
                eprintln!("{:>12}: {verdict} ({:.1} s)", session.python.name, row.time.as_secs_f64());
            }
            lock(&rows)[index] = Some(row);
            bar.inc(1);
        }
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs.min(sessions.len())).map(|_| scope.spawn(work)).collect();
        while on_terminal && workers.iter().any(|worker| !worker.is_finished()) {
            bar.set_message(
                lock(&running).iter().map(|&index| state(&sessions[index])).collect::<Vec<_>>().join(", "),
            );
            std::thread::sleep(Duration::from_millis(300));
        }
    });
    bar.finish_and_clear();
    let rows = rows.into_inner().unwrap_or_else(|poison| poison.into_inner());
    rows.into_iter().map(Option::unwrap_or_default).collect()
}

fn state(session: &Session) -> String {
    let name = &session.python.name;
    match session.progress() {
        (finished, Some(total)) => format!("{name} {finished}/{total}"),
        (_, None) => name.clone(),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|poison| poison.into_inner())
}

/// What pytest printed where something failed, or everywhere when it reports on more than the tests.
fn print_logs(sessions: &[Session], rows: &[Row], settings: &Settings<'_>) {
    for (session, row) in sessions.iter().zip(rows) {
        if !settings.live && (settings.counting || !row.is_good()) {
            println!("---- pytest on {} ----\n{}\n", session.python.name, session.log().trim_end());
        }
    }
}

fn print_report(sessions: &[Session], rows: &[Row]) {
    let header = [
        "python",
        "version",
        "implementation",
        "build",
        "gil",
        "passed",
        "failed",
        "skipped",
        "errors",
        "time",
        "file",
    ];
    let mut table = Table::new(&header, &[5, 6, 7, 8, 9]);
    for (session, row) in sessions.iter().zip(rows) {
        let python = &session.python;
        table.row(vec![
            python.name.clone(),
            python.version_text(),
            python.implementation_text(),
            python.build_text(),
            row.gil_text().to_owned(),
            row.passed.to_string(),
            row.failed.to_string(),
            row.skipped.to_string(),
            row.errors.to_string(),
            format!("{:.1} s", row.time.as_secs_f64()),
            row.hash_text().to_owned(),
        ]);
    }
    println!("\n{table}");
    for (session, row) in sessions.iter().zip(rows) {
        for problem in &row.problems {
            println!("{}: {problem}", session.python.name);
        }
    }
    let sum = |count: fn(&Row) -> usize| rows.iter().map(count).sum::<usize>();
    println!(
        "{} passed, {} failed, {} skipped",
        sum(|row| row.passed),
        sum(Row::failures),
        sum(|row| row.skipped)
    );
}

/// The SHA-256 of a file, in hexadecimal.
fn sha256(path: &Path) -> Result<String> {
    let data = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    if data.is_empty() {
        bail!("{} is empty", path.display());
    }
    Ok(Sha256::digest(&data).iter().map(|byte| format!("{byte:02x}")).collect())
}
