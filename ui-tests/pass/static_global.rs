//! Globals in statics: once per process, and once per interpreter.
use hstack::PerInterpreter;
use hstack::prelude::*;
use std::sync::{LazyLock, Mutex, OnceLock};

static CALLBACK: OnceLock<Global<Any>> = OnceLock::new();
static ALL: Mutex<Vec<Global<Any>>> = Mutex::new(Vec::new());
static TABLE: LazyLock<Mutex<std::collections::HashMap<String, Global<Dict>>>> =
    LazyLock::new(Mutex::default);
static NAME: Interned = Interned::new("run");

pub fn fire(f: &Frame<'_>) -> Result {
    match CALLBACK.get() {
        Some(callback) => callback.borrow(f).call_method(f, &NAME, (1,)),
        None => Ok(()),
    }
}

pub fn keep<'f>(f: &Frame<'f>, x: Handle<'f, Any>, table: Handle<'f, Dict>) {
    let _ = CALLBACK.set(Global::new(f, x));
    ALL.lock().unwrap().push(Global::new(f, x));
    TABLE.lock().unwrap().insert("a".into(), Global::new(f, table));
}

pub struct Holder<T>(pub PerInterpreter<T>);

fn main() {}
