//! Runs the pytest suite beside this package on the Python at hand, so that `cargo test` does.

use std::process::Command;

#[test]
fn suite() {
    let status = Command::new(env!("CARGO"))
        .args(["hstack", "test", "--release", "--package", "across", "--with", "conformance"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .status()
        .expect("cargo runs");
    assert!(status.success(), "the suite failed: see its output above");
}
