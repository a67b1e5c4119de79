//! What the derives write passes the lints that people deny.
#![forbid(unsafe_code)]
#![deny(missing_docs, warnings, unused, rust_2018_idioms, unused_qualifications)]

use hstack::prelude::*;
use std::collections::HashMap;

/// From attributes.
#[derive(FromPy, ToPy)]
pub struct Place {
    /// Documented.
    pub name: String,
    /// From an item.
    #[hstack(item("position"), default = (0.0, 0.0))]
    pub at: (f64, f64),
    /// Doubled on the way in, halved on the way out.
    #[hstack(from_py_with = double, into_py_with = halve)]
    pub even: i64,
}

fn double<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<i64> {
    Ok(object.extract::<i64>(f)? * 2)
}

fn halve(_: &Frame<'_>, even: &i64) -> Result<i64> {
    Ok(even / 2)
}

/// Borrows from the frame.
#[derive(FromPy, ToPy)]
pub struct Row<'f> {
    /// Text.
    pub text: &'f str,
    /// A handle.
    pub object: Handle<'f, Any>,
}

/// One of several.
#[derive(FromPy, ToPy)]
pub enum Value<T> {
    /// The plain one.
    One(T),
    /// Several.
    Many {
        /// By name.
        values: HashMap<String, T>,
    },
    /// A pair.
    Pair(i64, T),
}

fn main() {}
