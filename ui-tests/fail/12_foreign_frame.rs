//! A handle does not fit an unrelated frame.
//~ borrowed data escapes outside of closure
use hstack::Interpreter;

pub fn t(python: Interpreter) {
    let _ = python.attach(|a| {
        let l = a.list()?;
        python.attach(|b| l.len(b))
    });
}

fn main() {}
