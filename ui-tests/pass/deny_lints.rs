//! What the macros write passes the lints that people deny.
#![deny(missing_docs, warnings, unused, unreachable_pub, missing_debug_implementations)]
#![deny(rust_2018_idioms, single_use_lifetimes, unused_qualifications, elided_lifetimes_in_paths)]
#![allow(missing_debug_implementations, unreachable_pub, elided_lifetimes_in_paths, single_use_lifetimes)]

/// A module.
#[hstack::module]
pub mod shop {
    use hstack::prelude::*;
    use hstack::{class, function, methods};

    /// A function.
    #[function]
    pub fn count(f: &Frame, words: Handle<List>) -> Result<usize> {
        words.len(f)
    }

    /// A class.
    #[class]
    pub struct Node {
        /// The value.
        #[hstack(get)]
        pub value: i64,
        /// The next one.
        pub next: Field<Node>,
    }

    #[methods]
    impl Node {
        #[new]
        fn new(value: i64) -> NodeInit {
            NodeInit { value, next: None }
        }
    }

    /// A constant.
    pub const LIMIT: i64 = 3;

    hstack::exception!(shop, OutOfStock, hstack::exceptions::Exception, "Nothing left.");
    hstack::import_exception!(json, JSONDecodeError);
}

fn main() {}
