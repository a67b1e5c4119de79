//! Modules in modules, by name, renamed, from elsewhere, with docs and an init each.
pub mod elsewhere {
    #[hstack::function]
    pub fn far() {}

    #[hstack::class]
    pub struct Far;

    #[hstack::module(submodule)]
    pub mod deep {
        #[hstack::function]
        fn t() {}
    }

    pub const FAR_AWAY: i64 = 1;
}

/// The outer one.
#[hstack::module(name = "outer")]
pub mod top {
    use hstack::prelude::*;

    pub use super::elsewhere::{FAR_AWAY, Far, deep, far};

    /// The inner one.
    #[hstack::module(name = "inner")]
    mod inner {
        use hstack::prelude::*;

        #[hstack::module]
        mod innermost {
            #[hstack::function]
            fn t() {}
        }

        #[hstack(init)]
        fn init(f: &Frame, module: Handle<Module>) -> Result {
            module.add(f, "a", 1)
        }
    }

    #[hstack(init)]
    fn init(_f: &mut Frame, _module: Handle<Module>) {}
}

fn main() {}
