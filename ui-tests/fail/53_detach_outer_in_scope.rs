//! Nor can the outer frame, while a shared scope is open.
//~ closure requires unique access to `*f` but it is already borrowed
use hstack::prelude::*;

pub fn t<'f>(f: &mut Frame<'f>) {
    f.scope(|_s| f.detach(|| ()));
}

fn main() {}
