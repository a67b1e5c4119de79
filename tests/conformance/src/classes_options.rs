//! Options of classes, kinds of structs, properties, derived special methods.

use hstack::prelude::*;
use hstack::{Atomic, Lock};
use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU8, AtomicUsize, Ordering};
use std::sync::{Mutex, RwLock};

/// Options of classes.
#[hstack::module(submodule)]
pub mod classes_options {
    pub use super::{
        All, Attributes, Both, Everything, Final, Frozen, Hashed, Moved, Newtype, Open, Ordered, Pair,
        Partial, Place, Plain, Renamed, Set, Shown, Unit, Weak, dropped,
    };
}

/// Only payload.
#[hstack::class(get_all)]
pub struct Plain {
    x: f64,
    y: f64,
}

#[hstack::methods]
impl Plain {
    #[new]
    fn new(x: f64, y: f64) -> Self {
        Plain { x, y }
    }
}

macro_rules! with_value {
    ($($name:ident($($option:tt)*);)*) => { $(
        #[hstack::class($($option)*)]
        pub struct $name {
            #[hstack(get)]
            value: i64,
        }

        #[hstack::methods]
        impl $name {
            #[new]
            fn new(value: i64) -> Self {
                $name { value }
            }
        }
    )* };
}
with_value! {
    Attributes(dict);
    Weak(weakref);
    Both(dict, weakref);
    Everything(dict, weakref, subclass);
    Open(subclass);
    Final();
    Frozen(frozen);
    Renamed(name = "NewName");
    Moved(module = "elsewhere.inner");
}

static DROPPED: AtomicUsize = AtomicUsize::new(0);

/// How many instances of `Unit` were freed since the last call.
#[hstack::function]
pub fn dropped() -> usize {
    DROPPED.swap(0, Ordering::Relaxed)
}

/// Nothing inside.
#[hstack::class]
pub struct Unit;

impl Drop for Unit {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Ordering::Relaxed);
    }
}

#[hstack::methods]
impl Unit {
    #[new]
    fn new() -> Self {
        Unit
    }
}

/// One value.
#[hstack::class(eq, hash, repr)]
#[derive(PartialEq, Hash, Debug)]
pub struct Newtype(#[hstack(get, name = "value")] String);

#[hstack::methods]
impl Newtype {
    #[new]
    fn new(value: String) -> Self {
        Newtype(value)
    }
}

/// Two values.
#[hstack::class(eq, ord)]
#[derive(PartialEq, PartialOrd)]
pub struct Pair(
    #[hstack(get, name = "first")] i64,
    /// The other one.
    #[hstack(get, name = "second")]
    i64,
);

#[hstack::methods]
impl Pair {
    #[new]
    fn new(first: i64, second: i64) -> Self {
        Pair(first, second)
    }
}

/// `==` alone: no hash.
#[hstack::class(eq, subclass)]
#[derive(PartialEq)]
pub struct Place {
    x: i64,
}

#[hstack::methods]
impl Place {
    #[new]
    fn new(x: i64) -> Self {
        Place { x }
    }
}

/// `==` and the hash.
#[hstack::class(eq, hash, subclass)]
#[derive(PartialEq, Eq, Hash)]
pub struct Hashed {
    x: i64,
}

#[hstack::methods]
impl Hashed {
    #[new]
    fn new(x: i64) -> Self {
        Hashed { x }
    }
}

/// A total order.
#[hstack::class(eq, ord, hash)]
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ordered {
    text: String,
}

#[hstack::methods]
impl Ordered {
    #[new]
    fn new(text: String) -> Self {
        Ordered { text }
    }
}

/// Not every two are ordered.
#[hstack::class(eq, ord)]
#[derive(PartialEq, PartialOrd)]
pub struct Partial {
    x: f64,
}

#[hstack::methods]
impl Partial {
    #[new]
    fn new(x: f64) -> Self {
        Partial { x }
    }
}

/// Shown by Rust.
#[hstack::class(str, repr)]
#[derive(Debug)]
pub struct Shown {
    #[allow(dead_code)]
    name: &'static str,
    #[allow(dead_code)]
    size: Atomic<u8>,
}

impl fmt::Display for Shown {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "\u{2039}{}\u{203a}", self.name)
    }
}

#[hstack::methods]
impl Shown {
    #[new]
    fn new() -> Self {
        Shown { name: "me", size: Atomic::new(3) }
    }
}

/// Properties that can be set, one of each kind.
#[hstack::class]
pub struct Set {
    /// A float.
    #[hstack(get, set)]
    float: Atomic<f64>,
    #[hstack(get, set)]
    int: AtomicI64,
    #[hstack(get, set)]
    byte: AtomicU8,
    #[hstack(get, set)]
    flag: AtomicBool,
    #[hstack(get, set)]
    letter: Atomic<char>,
    #[hstack(get, set)]
    pair: Atomic<(i32, i32)>,
    #[hstack(get, set)]
    maybe: Atomic<Option<u32>>,
    #[hstack(get, set)]
    text: Lock<String>,
    #[hstack(get, set)]
    list: Mutex<Vec<i64>>,
    #[hstack(get, set)]
    words: RwLock<Vec<String>>,
    #[hstack(set)]
    secret: AtomicI64,
    #[hstack(get, set, name = "type")]
    kind: Lock<Option<String>>,
}

#[hstack::methods]
impl Set {
    #[new]
    fn new() -> Self {
        Set {
            float: Atomic::new(0.0),
            int: AtomicI64::new(0),
            byte: AtomicU8::new(0),
            flag: AtomicBool::new(false),
            letter: Atomic::new('a'),
            pair: Atomic::new((0, 0)),
            maybe: Atomic::new(None),
            text: Lock::default(),
            list: Mutex::default(),
            words: RwLock::default(),
            secret: AtomicI64::new(0),
            kind: Lock::default(),
        }
    }

    fn tell(&self) -> i64 {
        self.secret.load(Ordering::Relaxed)
    }
}

/// All fields, read and set.
#[hstack::class(get_all, set_all)]
pub struct All {
    a: Atomic<i32>,
    b: Lock<String>,
}

#[hstack::methods]
impl All {
    #[new]
    fn new(a: i32, b: String) -> Self {
        All { a: Atomic::new(a), b: Lock::new(b) }
    }
}
