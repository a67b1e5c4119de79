//! Signatures of every form.
use hstack::function;
use hstack::prelude::*;

const LIMIT: i64 = 3;

#[function(signature = ())]
fn nothing() {}

#[function(signature = (a, b, /, c, *, d))]
fn kinds(a: i64, b: i64, c: i64, d: i64) -> i64 {
    a + b + c + d
}

#[function(signature = (a = 1, b = LIMIT, c = "text", d = None, e = 1.5, g = true,))]
fn defaults(
    a: i64,
    b: i64,
    c: &str,
    d: Option<i64>,
    e: f64,
    g: bool,
) -> (i64, i64, String, Option<i64>, f64, bool) {
    (a, b, c.to_owned(), d, e, g)
}

#[function(signature = (n = 5))]
fn optional(n: Option<i64>) -> Option<i64> {
    n
}

#[function(signature = (*, a, b = 2))]
fn keywords(a: i64, b: i64) -> i64 {
    a - b
}

#[function(signature = (first, *rest, sep = ",", **options))]
fn all(first: &str, rest: Vec<String>, sep: &str, options: Handle<Dict>, f: &Frame) -> Result<usize> {
    Ok(first.len() + rest.join(sep).len() + options.len(f)?)
}

#[function(signature = (b, a))]
fn by_name(a: i64, b: i64) -> i64 {
    a - b
}

#[function(signature = (a: "int", b: "str" = "x") -> "str")]
fn annotated(a: i64, b: &str) -> String {
    format!("{a}{b}")
}

#[function(text_signature = "(a, b=...)", signature = (a, b = Vec::new()))]
fn text(a: i64, b: Vec<i64>) -> usize {
    a as usize + b.len()
}

#[function(text_signature = None)]
fn no_text(a: i64) -> i64 {
    a
}

fn convert<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<i64> {
    Ok(object.extract::<i64>(f)? + 1)
}

#[function]
fn converted(#[hstack(from_py_with = convert)] n: i64) -> i64 {
    n
}

fn main() {}
