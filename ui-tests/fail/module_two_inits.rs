//! Two `init` functions.
//~ a module has one `init` function: join them
#[hstack::module]
mod shop {
    use hstack::prelude::*;

    #[hstack(init)]
    fn first(_f: &Frame, _module: Handle<Module>) {}

    #[hstack(init)]
    fn second(_f: &Frame, _module: Handle<Module>) {}
}

fn main() {}
