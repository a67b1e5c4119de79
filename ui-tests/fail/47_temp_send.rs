//! A `Temp` stays on its thread.
//~ `Temp<'_, '_>` stays on its thread, and so does what holds it
use hstack::prelude::*;

pub fn t<'f>(f: &Frame<'f>) {
    let t = 5i64.to_temp(f);
    std::thread::scope(|s| {
        s.spawn(move || drop(t));
    });
}

fn main() {}
