//! An `init` function that returns a value.
//~ `i64` cannot be the result of an `init` function or a setter
#[hstack::module]
mod shop {
    use hstack::prelude::*;

    #[hstack(init)]
    fn init(_f: &Frame, _module: Handle<Module>) -> i64 {
        1
    }
}

fn main() {}
