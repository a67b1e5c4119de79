//! Types with a lifetime of their own: left open, or the frame's, which rustc's messages call `'f`.
use hstack::prelude::*;

#[derive(FromPy, ToPy)]
pub enum Operand<'x> {
    Items(Handle<'x, List>),
    Text(&'x str),
}

impl<'x> Operand<'x> {
    fn len(&self, f: &Frame<'x>) -> Result<usize> {
        match self {
            Operand::Items(items) => items.len(f),
            Operand::Text(text) => Ok(text.len()),
        }
    }
}

#[hstack::class]
struct Count;

#[hstack::methods]
impl Count {
    fn open(&self, f: &Frame, operand: Operand<'_>) -> Result<usize> {
        operand.len(f)
    }

    fn named(&self, f: &Frame, operand: Operand<'f>) -> Result<usize> {
        operand.len(f)
    }

    #[staticmethod]
    fn nothing_else(operand: Operand<'f>) -> bool {
        matches!(operand, Operand::Text(_))
    }

    fn back(&self, operand: Operand<'f>) -> Operand<'f> {
        operand
    }

    fn __add__(this: Handle<Self>, f: &Frame, other: Operand<'f>) -> Result<Handle<Self>> {
        other.len(f).map(|_| this)
    }
}

#[hstack::function]
fn declared<'a>(f: &Frame<'a>, operand: Operand<'a>) -> Result<usize> {
    operand.len(f)
}

#[hstack::function]
fn text(text: &'f str) -> &'f str {
    text
}

fn main() {}
