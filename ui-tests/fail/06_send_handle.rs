//! A handle stays on its thread.
//~ `hstack::Handle<'_, hstack::types::List>` stays on its thread, and so does what holds it
//~ make a `Global` of a handle
use hstack::prelude::*;

pub fn t<'f>(_f: &Frame<'f>, h: Handle<'f, List>) {
    std::thread::scope(|s| {
        s.spawn(move || drop(h));
    });
}

fn main() {}
