//! `for_each!` does not run over a map of Rust.
//~ `for_each!` cannot run over `HashMap<String, i64>`
//~ for another Rust iterator, a plain `for` loop with `f.scope` inside
use hstack::iterate::Iterable;
use hstack::prelude::*;

// What the macro calls; through the macro the compiler adds an error about the body.
fn run<'f>(_f: &Frame<'f>, _xs: impl Iterable<'f>) {}

fn t<'f>(f: &Frame<'f>, xs: std::collections::HashMap<String, i64>) {
    run(f, xs);
}

fn main() {}
