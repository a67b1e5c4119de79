//! `cargo hstack VERB`: builds, runs, tests and packages Python extension modules written with hstack.
//!
//! An extension crate is a `cdylib` that exports `PyInit_NAME`. What this program adds to `cargo build` is everything around that
//! one file: its name and the small loader that PyPy needs ([`module_file`]), the interpreters to try it on ([`discovery`]), a test
//! run over all of them ([`mod@test`]) and a wheel ([`wheel`]). Everything about an operating system is in [`platform`].

use std::process::ExitCode;

mod binary;
mod cli;
mod compile;
mod discovery;
mod license;
mod loader;
mod metadata;
mod module_file;
mod package;
mod platform;
mod progress;
mod project;
mod pytest;
mod python;
mod report;
mod run;
mod session;
mod skips;
mod table;
mod test;
mod version;
mod wheel;

fn main() -> ExitCode {
    match cli::run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            for cause in error.chain().skip(1) {
                eprintln!("  caused by: {cause}");
            }
            ExitCode::FAILURE
        }
    }
}
