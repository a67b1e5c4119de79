//! Nothing of a frame can leave `attach`.
//~ lifetime may not live long enough
use hstack::Interpreter;

pub fn t(python: Interpreter) {
    let _ = python.attach(|f| f.list());
}

fn main() {}
