//! `for_each!` does not run over a number of Python.
//~ `for_each!` cannot run over `hstack::Handle<'_, hstack::types::Int>`
//~ for another Rust iterator, a plain `for` loop with `f.scope` inside
use hstack::iterate::Iterable;
use hstack::prelude::*;

// What the macro calls; through the macro the compiler adds an error about the body.
fn run<'f>(_f: &Frame<'f>, _xs: impl Iterable<'f>) {}

fn t<'f>(f: &Frame<'f>, xs: Handle<'f, Int>) {
    run(f, xs);
}

fn main() {}
