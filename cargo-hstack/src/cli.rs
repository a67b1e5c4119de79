//! The command line: what each verb accepts, and which function it calls.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use crate::compile::{self, Profile};
use crate::project::PyProject;
use crate::{discovery, module_file, package, run, table, test, wheel};

/// Build, run, test and package Python extension modules written with hstack.
#[derive(Parser)]
#[command(name = "cargo-hstack", bin_name = "cargo hstack", version, arg_required_else_help = true)]
struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Build(Build),
    Run(Run),
    Test(Test),
    Wheel(Wheel),
    Pythons(Pythons),
}

/// Which crate to build and how, the same for every verb; the names are cargo's.
#[derive(Args)]
pub(crate) struct Selection {
    /// The package to build: its name, or the directory of its Cargo.toml
    #[arg(short, long, value_name = "PKG")]
    pub(crate) package: Option<String>,
    /// Features to activate, separated by commas
    #[arg(short = 'F', long, value_name = "FEATURES")]
    pub(crate) features: Vec<String>,
    /// Do not activate the `default` feature
    #[arg(long)]
    pub(crate) no_default_features: bool,
    /// Require Cargo.lock to be up to date
    #[arg(long)]
    pub(crate) locked: bool,
    /// Do not use the network
    #[arg(long)]
    pub(crate) offline: bool,
    /// Do not print cargo's progress
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// Build for this target triple
    #[arg(long, value_name = "TRIPLE")]
    pub(crate) target: Option<String>,
    /// Path of the Cargo.toml to start from, instead of the current directory
    #[arg(long, value_name = "PATH")]
    pub(crate) manifest_path: Option<PathBuf>,
    /// Build for one interpreter, calling its C API inline, instead of one file for every Python
    #[arg(long)]
    pub(crate) direct: bool,
}

/// Build the importable file: NAME.so, and NAME.py that loads it on PyPy.
#[derive(Args)]
struct Build {
    #[command(flatten)]
    selection: Selection,
    /// Optimize (cargo's release profile)
    #[arg(short, long)]
    release: bool,
    /// Interpreter of a --direct build: path, name (see `cargo hstack pythons`) or version
    #[arg(long, value_name = "PYTHON", requires = "direct")]
    python: Option<String>,
    /// Where to put the files [default: target/hstack/PROFILE]
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

/// Build, then run Python with the module importable.
#[derive(Args)]
struct Run {
    #[command(flatten)]
    selection: Selection,
    /// Build without optimization; the default is the release profile
    #[arg(long)]
    dev: bool,
    /// Interpreter: path, name (see `cargo hstack pythons`) or version [default: the one at hand]
    #[arg(long, value_name = "PYTHON")]
    python: Option<String>,
    /// Arguments for Python; none starts its prompt
    #[arg(last = true, value_name = "ARGS")]
    arguments: Vec<OsString>,
}

/// Build once, run pytest on each interpreter, and print one table.
///
/// The tests are the test_*.py files of the package's `tests` or `python` folder, else of the package's own directory. A row fails
/// when a test fails, when nothing runs, when the tests imported another file than the one just built, when importing turned the
/// GIL of a free-threaded Python on, or when a test is skipped that no line `INTERPRETER TEST REASON` of `skips.txt`, in the same
/// folder, allows (`*` and `?` match any text).
#[derive(Args)]
struct Test {
    #[command(flatten)]
    selection: Selection,
    /// Optimize (cargo's release profile)
    #[arg(short, long)]
    release: bool,
    /// Interpreter: path, name or version; may be repeated [default: the one at hand]
    #[arg(long, value_name = "PYTHON")]
    python: Vec<String>,
    /// Test on every supported interpreter found
    #[arg(long, conflicts_with = "python")]
    all: bool,
    /// How many interpreters run at a time
    #[arg(short, long, value_name = "N", default_value_t = 2)]
    jobs: usize,
    /// Stop an interpreter that takes longer than this
    #[arg(long, value_name = "SECONDS", default_value_t = 1800)]
    timeout: u64,
    /// Also build this package of the workspace, so that the tests can import it; may be repeated
    #[arg(long, value_name = "PKG")]
    with: Vec<String>,
    /// Pass --counting to pytest: a suite that understands it reports the context functions it called. Builds the workspace's
    /// package `counting` as well, if there is one
    #[arg(long, conflicts_with = "direct")]
    counting: bool,
    /// Arguments for pytest
    #[arg(last = true, value_name = "PYTEST ARGS")]
    arguments: Vec<OsString>,
}

/// Build a wheel: one py3-none file for every Python.
#[derive(Args)]
struct Wheel {
    #[command(flatten)]
    selection: Selection,
    /// Build without optimization; the default is the release profile
    #[arg(long)]
    dev: bool,
    /// Interpreter of a --direct build: path, name (see `cargo hstack pythons`) or version
    #[arg(long, value_name = "PYTHON", requires = "direct")]
    python: Option<String>,
    /// Where to put the wheel [default: target/wheels]
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

/// List the interpreters found.
#[derive(Args)]
struct Pythons {
    /// Also look at these: paths, names or versions
    #[arg(long, value_name = "PYTHON")]
    python: Vec<String>,
}

impl Selection {
    /// The workspace around `--manifest-path` or the current directory, and the package chosen in it.
    pub(crate) fn locate(&self) -> Result<(package::Workspace, package::Package)> {
        let workspace = package::Workspace::load(self.manifest_path.as_deref())?;
        let start = match &self.manifest_path {
            Some(path) => std::path::absolute(path)?.parent().map(PathBuf::from).unwrap_or_default(),
            None => std::env::current_dir()?,
        };
        let package = workspace.choose(self.package.as_deref(), &start)?.clone();
        Ok((workspace, package))
    }
}

/// Reads the command line and does what it says.
pub(crate) fn run() -> Result<ExitCode> {
    // cargo starts `cargo-hstack hstack VERB`; started by hand the name is not there.
    let mut arguments: Vec<OsString> = std::env::args_os().collect();
    if arguments.get(1).is_some_and(|first| first == "hstack") {
        arguments.remove(1);
    }
    match Command::parse_from(arguments).verb {
        Verb::Build(verb) => build(verb),
        Verb::Run(verb) => {
            let profile = if verb.dev { Profile::Dev } else { Profile::Release };
            run::run(&verb.selection, profile, verb.python.as_deref(), &verb.arguments)
        }
        Verb::Test(verb) => test::test(test::Options {
            selection: &verb.selection,
            profile: Profile::release(verb.release),
            pythons: &verb.python,
            all: verb.all,
            jobs: verb.jobs.max(1),
            timeout: std::time::Duration::from_secs(verb.timeout),
            with: &verb.with,
            counting: verb.counting,
            arguments: verb.arguments,
        }),
        Verb::Wheel(verb) => {
            let profile = if verb.dev { Profile::Dev } else { Profile::Release };
            let path =
                wheel::build(&verb.selection, profile, verb.python.as_deref(), verb.output.as_deref())?;
            println!("{}", path.display());
            Ok(ExitCode::SUCCESS)
        }
        Verb::Pythons(verb) => pythons(&verb.python),
    }
}

fn build(verb: Build) -> Result<ExitCode> {
    let (workspace, package) = verb.selection.locate()?;
    let python = if verb.selection.direct { Some(discovery::choose(verb.python.as_deref())?) } else { None };
    let built = compile::compile(&package, &verb.selection, Profile::release(verb.release), python.as_ref())?;
    let directory = verb.output.unwrap_or_else(|| built.directory(&workspace));
    let pyproject = PyProject::read(package.directory())?;
    for file in module_file::place(&built, pyproject.layout(), &directory)? {
        println!("{}", file.path.display());
    }
    Ok(ExitCode::SUCCESS)
}

fn pythons(named: &[String]) -> Result<ExitCode> {
    let found = discovery::all(named)?;
    let mut table = table::Table::new(&["name", "version", "implementation", "build", "", "path"], &[]);
    for python in &found {
        table.row(vec![
            python.name.clone(),
            python.version_text(),
            python.implementation_text(),
            python.build_text(),
            if python.is_supported() { String::new() } else { "unsupported".to_owned() },
            python.path.display().to_string(),
        ]);
    }
    print!("{table}");
    let unsupported = found.iter().filter(|python| !python.is_supported()).count();
    println!("{} found, {} supported (Python 3.9 or later)", found.len(), found.len() - unsupported);
    if let Ok(python) = discovery::choose(None) {
        println!("Without --python: {}", python.path.display());
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        super::Command::command().debug_assert();
    }
}
