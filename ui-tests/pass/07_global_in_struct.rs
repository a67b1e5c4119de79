//! A global in a struct, in a static, borrowed without a slot, and in a class.
use hstack::class;
use hstack::prelude::*;
use std::sync::OnceLock;

#[class]
pub struct Cache {
    rows: Global<List>,
}

static CACHE: OnceLock<Cache> = OnceLock::new();
static ROWS: OnceLock<Global<List>> = OnceLock::new();

pub fn rows<'f>(f: &Frame<'f>) -> Result<Handle<'f, List>> {
    let rows = Global::new(f, f.list()?);
    Ok(CACHE.get_or_init(|| Cache { rows }).rows.borrow(f))
}

pub fn more<'f>(f: &Frame<'f>) -> Result<Handle<'f, List>> {
    let rows = Global::new(f, f.list()?);
    Ok(ROWS.get_or_init(|| rows).borrow(f))
}

impl Cache {
    pub fn len(&self, f: &Frame<'_>) -> Result<usize> {
        self.rows.get(f).len(f)
    }
}

fn main() {}
