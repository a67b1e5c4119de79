//! Lifetimes written out, left out, and with other names.
use hstack::prelude::*;
use hstack::{class, function, methods};

#[function]
fn written<'f>(f: &Frame<'f>, a: Handle<'f, Any>, text: &'f str) -> Result<Handle<'f, Any>> {
    if text.is_empty() { Ok(a) } else { Ok(*a.repr(f)?) }
}

#[function]
fn named<'py>(_f: &mut Frame<'py>, a: Handle<'py, Any>) -> Handle<'py, Any> {
    a
}

#[function]
fn left_out(_f: &Frame, a: Handle<Any>, b: Option<Handle<List>>) -> (Handle<Any>, Option<Handle<List>>) {
    (a, b)
}

#[function]
fn anonymous(_f: &Frame<'_>, a: Handle<'_, Any>, text: &str) -> (Handle<'_, Any>, &str) {
    (a, text)
}

#[function]
fn nested(texts: Vec<(&str, &[u8])>) -> usize {
    texts.len()
}

#[function]
fn fixed() -> &'static str {
    "text"
}

#[class]
pub struct Point(f64);

#[methods]
impl Point {
    fn longer<'f>(&'f self, other: Handle<'f, Point>, f: &Frame<'f>) -> Handle<'f, Point> {
        let _ = (self.0, other.payload(f));
        other
    }

    fn me(this: Handle<Self>) -> Handle<Self> {
        this
    }
}

fn main() {}
