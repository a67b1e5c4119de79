//! Runs the command on small crates that export what an extension exports, without hstack and without importing them.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A workspace of its own with one crate per (name, source), made anew for each run.
struct Workspace(PathBuf);

impl Workspace {
    fn new(test: &str, crates: &[(&str, &str)]) -> Workspace {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&root);
        let workspace = Workspace(root);
        workspace.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"examples/*\"]\n");
        for (name, source) in crates {
            let manifest = format!(
                "[package]\nname = \"{name}\"\nversion = \"1.0.0-rc.1\"\nedition = \"2024\"\ndescription = \"A test\"\nlicense = \
                 \"MIT\"\nreadme = \"README.md\"\n[lib]\ncrate-type = [\"cdylib\"]\n[features]\ndirect = []\n"
            );
            workspace.write(&format!("examples/{name}/Cargo.toml"), &manifest);
            workspace.write(&format!("examples/{name}/src/lib.rs"), source);
            workspace.write(&format!("examples/{name}/README.md"), "# A test\n");
            workspace.write(&format!("examples/{name}/LICENSE"), "The license.\n");
        }
        workspace
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }

    /// `cargo hstack ARGUMENTS` in `folder`, as cargo starts it.
    fn command(&self, folder: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-hstack"));
        command.arg("hstack").args(arguments).current_dir(self.0.join(folder));
        command.env("CARGO_TARGET_DIR", self.0.join("target")).output().unwrap()
    }

    /// The same, which must go well; returns the standard output.
    fn succeed(&self, folder: &str, arguments: &[&str]) -> String {
        let output = self.command(folder, arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The same, which must fail; returns the standard error.
    fn fail(&self, folder: &str, arguments: &[&str]) -> String {
        let output = self.command(folder, arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    }
}

/// A module by name only: it is never imported.
const MODULE: &str =
    "#[unsafe(no_mangle)]\npub extern \"C\" fn PyInit_one() -> *mut u8 { std::ptr::null_mut() }\n";

/// A function that leaves a symbol of Python to the process.
const LINKED: &str = "
unsafe extern \"C\" { fn PyList_New(size: isize) -> *mut u8; }
#[unsafe(no_mangle)]
pub extern \"C\" fn PyInit_linked() -> *mut u8 { unsafe { PyList_New(1) } }
";

#[test]
fn build_places_the_module_and_its_loader() {
    let workspace = Workspace::new("build", &[("one", MODULE)]);
    let printed = workspace.succeed(".", &["build", "--release", "-o", "out"]);
    assert_eq!(printed.lines().count(), 2, "{printed}");
    assert!(workspace.0.join("out").join(format!("one{}", suffix())).is_file());
    assert!(workspace.read("out/one.py").contains("ExtensionFileLoader"));
    // By directory, and from inside the package, into the default place.
    workspace.succeed("examples", &["build", "-p", "one"]);
    workspace.succeed("examples/one/src", &["build"]);
    assert!(workspace.0.join("target/hstack/debug/one.py").is_file());
}

#[test]
fn mistakes_are_explained() {
    let crates = [("one", MODULE), ("none", "pub fn nothing() {}"), ("linked", LINKED)];
    let workspace = Workspace::new("mistakes", &crates);
    let phrases = |message: String, phrases: &[&str]| {
        phrases
            .iter()
            .for_each(|phrase| assert!(message.contains(phrase), "`{phrase}` is not in: {message}"));
    };
    phrases(workspace.fail(".", &["build"]), &["which package?", "`-p linked`, `-p none`, `-p one`"]);
    phrases(workspace.fail(".", &["build", "-p", "two"]), &["no package `two`", "`-p one`"]);
    phrases(workspace.fail("examples/none", &["build"]), &["no #[hstack::module]", "help:"]);
    if cfg!(target_os = "linux") {
        phrases(workspace.fail("examples/linked", &["build"]), &["not universal", "PyList_New", "--direct"]);
    }
    let python = ["run", "-p", "one", "--python", "2.99"];
    phrases(workspace.fail(".", &python), &["no Python `2.99`", "help:"]);
    phrases(workspace.fail(".", &["test", "-p", "one"]), &["no Python tests", "help:"]);
}

#[test]
fn a_test_run_builds_its_companions_too() {
    let two = MODULE.replace("PyInit_one", "PyInit_two");
    let counting = MODULE.replace("PyInit_one", "PyInit_counting");
    let workspace = Workspace::new("with", &[("one", MODULE), ("two", &two), ("counting", &counting)]);
    workspace.write("examples/one/tests/test_one.py", "def test_nothing():\n    pass\n");
    let placed = |name: &str| workspace.0.join(format!("target/hstack/debug/{name}{}", suffix())).is_file();
    let message = workspace.fail(".", &["test", "-p", "one", "--with", "three"]);
    assert!(message.contains("no package `three`"), "{message}");
    // The tests themselves fail: they import nothing.
    workspace.command(".", &["test", "-p", "one", "--with", "two"]);
    assert!(placed("one") && placed("two") && !placed("counting"));
    workspace.command(".", &["test", "-p", "one", "--counting"]);
    assert!(placed("counting"));
}

#[test]
fn run_puts_the_module_on_the_path_and_returns_the_exit_code() {
    let workspace = Workspace::new("run", &[("one", MODULE)]);
    let find = "import importlib.util as u; print(u.find_spec('one').origin)";
    let found = workspace.succeed(".", &["run", "--dev", "--", "-c", find]);
    assert!(Path::new(found.trim()).ends_with(format!("target/hstack/debug/one{}", suffix())), "{found}");
    let output = workspace.command("examples/one", &["run", "--dev", "--", "-c", "raise SystemExit(7)"]);
    assert_eq!(output.status.code(), Some(7));
}

#[test]
fn direct_builds_stand_apart() {
    if !cfg!(target_os = "linux") {
        return; // elsewhere the linker wants Python itself
    }
    let workspace = Workspace::new("direct", &[("linked", LINKED)]);
    let printed = workspace.succeed(".", &["build", "--direct"]);
    let file = Path::new(printed.trim());
    assert!(file.is_file() && printed.lines().count() == 1, "{printed}");
    let name = file.file_name().unwrap().to_str().unwrap();
    assert!(name.starts_with("linked.") && name != "linked.so", "{name}");
}

#[test]
fn a_wheel_holds_what_installers_need() {
    let workspace = Workspace::new("wheel", &[("one", MODULE)]);
    workspace.write(
        "examples/one/pyproject.toml",
        "[project]\nname = \"One.Dist\"\ndynamic = [\"version\"]\ndependencies = [\"attrs\"]\n[project.scripts]\none = \
         \"pack.cli:main\"\n[tool.hstack]\nmodule-name = \"pack.one\"\npython-source = \"python\"\n",
    );
    workspace.write("examples/one/python/pack/__init__.py", "from .one import *\n");
    let printed = workspace.succeed("examples/one", &["wheel", "--dev", "-o", "../../wheels"]);
    let path = workspace.0.join("examples/one").join(printed.trim());
    let name = path.file_name().unwrap().to_str().unwrap().to_owned();
    assert!(name.starts_with("one_dist-1.0.0rc1-py3-none-") && name.ends_with(".whl"), "{name}");
    let first = fs::read(&path).unwrap();
    workspace.succeed("examples/one", &["wheel", "--dev", "-o", "../../wheels"]);
    assert!(first == fs::read(&path).unwrap(), "the wheel is not deterministic");

    let mut archive = zip::ZipArchive::new(fs::File::open(&path).unwrap()).unwrap();
    let mut names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    names.sort();
    let information = "one_dist-1.0.0rc1.dist-info";
    let expected = ["METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"];
    let mut expected: Vec<String> = expected.iter().map(|file| format!("{information}/{file}")).collect();
    expected.extend(["pack/__init__.py".into(), "pack/one.py".into(), format!("pack/one{}", suffix())]);
    assert_eq!(names, expected);
    let mut text = |name: &str| {
        let mut text = String::new();
        archive.by_name(&format!("{information}/{name}")).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let metadata = text("METADATA");
    for line in [
        "Name: One.Dist",
        "Requires-Dist: attrs",
        "License-Expression: MIT",
        "License-File: LICENSE",
        "# A test",
    ] {
        assert!(metadata.lines().any(|found| found == line), "{line} is not in:\n{metadata}");
    }
    assert_eq!(text("RECORD").lines().count(), names.len());
    assert!(text("WHEEL").contains("Root-Is-Purelib: false\nTag: py3-none-"));
}

#[test]
fn pythons_lists_the_one_at_hand() {
    let workspace = Workspace::new("pythons", &[]);
    let table = workspace.succeed(".", &["pythons"]);
    assert!(table.starts_with("name") && table.contains("Without --python: "), "{table}");
}

fn suffix() -> &'static str {
    if cfg!(windows) { ".pyd" } else { ".so" }
}
