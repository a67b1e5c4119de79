//! One extension for the conformance suite: the same binary on every interpreter.

mod skeleton;

/// The conformance extension.
#[hstack::module]
mod conformance {
    pub use crate::skeleton::{Counter, Node, add, noop, totals};
}
