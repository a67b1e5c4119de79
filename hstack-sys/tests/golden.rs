//! The table against the committed list. `HSTACK_BLESS=1` writes the list anew: do that on purpose,
//! and move `ABI_VERSION` with it.

use hstack_sys::{ABI_VERSION, Constant, Function};
use std::fmt::Write;

fn table() -> String {
    let mut text = format!("abi {}.{}\n", ABI_VERSION >> 16, ABI_VERSION & 0xffff);
    for (index, (name, signature, _)) in Function::ALL.iter().enumerate() {
        writeln!(text, "{index} {name} {signature}").unwrap();
    }
    for (constant, kind, name) in Constant::ALL {
        writeln!(text, "constant {} {constant:?} {kind:?} {name}", *constant as u32).unwrap();
    }
    text
}

#[test]
fn the_table_is_the_golden_list() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/abi.txt");
    let table = table();
    if std::env::var_os("HSTACK_BLESS").is_some() {
        std::fs::write(path, &table).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap();
    let differs = table.lines().zip(golden.lines()).find(|(now, then)| now != then);
    assert_eq!(
        differs, None,
        "the table changed: HSTACK_BLESS=1 cargo test -p hstack-sys, and move ABI_VERSION"
    );
    assert_eq!(table.lines().count(), golden.lines().count());
}

#[test]
fn names_are_unique_and_every_function_has_a_contract() {
    let mut names: Vec<_> = Function::ALL.iter().map(|(name, ..)| name).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), Function::ALL.len());
    for (name, _, contract) in Function::ALL {
        assert!(contract.trim().len() > 5, "{name} has no contract");
    }
}
