//! Items, methods and exports under `cfg`.
#[hstack::module]
pub mod shop {
    use hstack::prelude::*;
    use hstack::{class, function, methods};

    #[cfg(any())]
    #[function]
    fn absent() -> NoSuchType {}

    #[cfg(all())]
    #[function]
    fn present() {}

    #[function]
    #[cfg(any())]
    fn absent_too() {}

    #[cfg(any())]
    pub const MISSING: i64 = NO_SUCH_CONSTANT;

    #[cfg(all())]
    pub const THERE: i64 = 1;

    #[cfg(any())]
    #[class]
    struct Missing;

    #[class]
    #[derive(Debug)]
    struct There;

    #[methods]
    impl There {
        /// Always there.
        fn name(&self) -> &'static str {
            "there"
        }
    }

    #[cfg(any())]
    hstack::exception!(shop, Gone, hstack::exceptions::Exception);

    #[hstack(init)]
    #[cfg(all())]
    fn init(f: &Frame, module: Handle<Module>) -> Result {
        module.add(f, "ready", true)
    }
}

fn main() {}
