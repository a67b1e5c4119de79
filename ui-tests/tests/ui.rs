//! The programs of `fail/` and `pass/`, and what the compiler says about each of `fail/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const RECORDED: &str = "The messages are those of rustc ";

/// Compiles every program, and compares the messages.
#[test]
fn programs() {
    let tests = trybuild::TestCases::new();
    tests.pass("pass/*.rs");
    let (recorded, running) = (recorded(), running());
    if running.starts_with(&format!("{recorded}.")) {
        tests.compile_fail("fail/*.rs");
    } else {
        eprintln!(
            "note: fail/ is not compiled: its messages are those of rustc {recorded}, and this is rustc {running}"
        );
    }
}

/// Every program of `fail/` has one error, which says what its `//~` line expects, and one more for each
/// line `//~+`.
#[test]
fn messages() {
    let mut wrong = Vec::new();
    let programs = programs_of("fail");
    for program in &programs {
        let name = program.file_name().unwrap_or_default().to_string_lossy();
        if let Err(what) = check(program) {
            wrong.push(format!("fail/{name}: {what}"));
        }
    }
    assert!(!programs.is_empty(), "fail/ is empty");
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

fn check(program: &Path) -> Result<(), String> {
    let text = fs::read_to_string(program).map_err(|e| e.to_string())?;
    let message = fs::read_to_string(program.with_extension("stderr"))
        .map_err(|_| "no .stderr: run with TRYBUILD=overwrite, and read what it says".to_owned())?;
    if !text.starts_with("//! ") {
        return Err("the first line is not `//! RULE`".to_owned());
    }
    let mut phrases = text.lines().filter_map(|line| line.strip_prefix("//~ ")).peekable();
    if phrases.peek().is_none() {
        return Err("no line `//~ PHRASE`".to_owned());
    }
    if let Some(phrase) = phrases.find(|phrase| !message.contains(phrase)) {
        return Err(format!("the message does not say `{phrase}`"));
    }
    // An error that rustc cannot be kept from adding is named.
    let added: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("//~+ ")).collect();
    if let Some(phrase) = added.iter().find(|phrase| !message.contains(**phrase)) {
        return Err(format!("the message does not say `{phrase}`"));
    }
    match message.lines().filter(|line| line.starts_with("error")).count() {
        n if n == 1 + added.len() => Ok(()),
        n => Err(format!("{n} errors instead of {}", 1 + added.len())),
    }
}

fn programs_of(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("the folder is there").flatten();
    let mut programs: Vec<_> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .collect();
    programs.sort();
    programs
}

/// The toolchain that README.md names: `1.95`.
fn recorded() -> String {
    let readme = include_str!("../README.md");
    let (_, rest) = readme.split_once(RECORDED).expect("README.md names the toolchain");
    rest.split(|c: char| !c.is_ascii_digit() && c != '.')
        .next()
        .unwrap_or_default()
        .trim_end_matches('.')
        .to_owned()
}

/// The toolchain that compiles this: `1.95.0`.
fn running() -> String {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let output = Command::new(rustc).arg("--version").output().expect("rustc runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.split_whitespace().nth(1).unwrap_or_default().to_owned()
}
