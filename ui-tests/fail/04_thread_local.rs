//! No handle in a thread-local: there is no `Handle<'static>`.
//~ borrowed data escapes outside of function
use hstack::prelude::*;
use std::cell::Cell;

thread_local! { static S: Cell<Option<Handle<'static, Any>>> = const { Cell::new(None) }; }

pub fn t<'f>(_f: &Frame<'f>, h: Handle<'f, Any>) {
    S.with(|s| s.set(Some(h)));
}

fn main() {}
