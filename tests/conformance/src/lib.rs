//! One extension for the conformance suite: the same binary on every interpreter.

#![allow(clippy::module_inception)]

mod arguments;
mod basics;
mod dicts;
mod floats;
mod ints;
mod lists;
mod numbers;
mod objects;
mod skeleton;
mod tuples;

/// The conformance extension.
#[hstack::module]
mod conformance {
    pub use crate::skeleton::{Counter, Node, add, noop, totals};

    pub use crate::arguments::arguments;
    pub use crate::basics::basics;
    pub use crate::dicts::dicts;
    pub use crate::floats::floats;
    pub use crate::ints::ints;
    pub use crate::lists::lists;
    pub use crate::numbers::numbers;
    pub use crate::objects::objects;
    pub use crate::tuples::tuples;
}
