//! An unrelated handle does not fit as an argument either.
//~ borrowed data escapes outside of closure
use hstack::Interpreter;

pub fn t(python: Interpreter) {
    let _ = python.attach(|a| {
        let l = a.list()?;
        python.attach(|b| {
            let x = b.int(1)?;
            Ok(l.is(a, x))
        })
    });
}

fn main() {}
