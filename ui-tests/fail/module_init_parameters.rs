//! An `init` function with other parameters.
//~ an `init` function takes `f: &Frame` and `module: Handle<Module>`
#[hstack::module]
mod shop {
    use hstack::prelude::*;

    #[hstack(init)]
    fn init(_f: &Frame) {}
}

fn main() {}
