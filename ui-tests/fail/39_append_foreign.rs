//! A handle of another frame cannot be put into this one's containers.
//~ borrowed data escapes outside of closure
use hstack::Interpreter;

pub fn t(python: Interpreter) {
    let _ = python.attach(|a| {
        let x = a.int(7)?;
        a.detach(|| python.attach(|b| b.list()?.append(b, x)))
    });
}

fn main() {}
