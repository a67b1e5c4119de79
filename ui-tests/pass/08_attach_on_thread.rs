//! A spawned thread attaches and uses a global.
use hstack::prelude::*;

pub fn t<'f>(f: &mut Frame<'f>, l: Handle<'f, List>) -> Result {
    let shared = Global::new(f, l);
    let python = f.interpreter();
    f.detach(|| std::thread::spawn(move || python.attach(|f| shared.get(f).append(f, 1))).join().unwrap())
}

fn main() {}
