//! Nor into its dicts.
//~ borrowed data escapes outside of closure
use hstack::Interpreter;

pub fn t(python: Interpreter) {
    let _ = python.attach(|a| {
        let x = a.list()?;
        a.detach(|| python.attach(|b| b.dict()?.set(b, "k", x)))
    });
}

fn main() {}
