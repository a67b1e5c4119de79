//! A frame stays on its thread.
//~ `hstack::Frame<'_>` stays on its thread, and so does what holds it
//~ the other thread gets a frame of its own with `Interpreter::attach`
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>) {
    std::thread::scope(|s| {
        s.spawn(|| {
            let _ = f.int(1);
        });
    });
}

fn main() {}
