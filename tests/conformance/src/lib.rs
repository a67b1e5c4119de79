//! One extension for the conformance suite: the same binary on every interpreter.

#![allow(clippy::module_inception)]

mod arguments;
mod basics;
mod buffers;
mod bytes;
mod capsules;
mod dicts;
mod floats;
mod ints;
mod lists;
mod mappings;
mod numbers;
mod objects;
mod sequences;
mod sets;
mod skeleton;
mod slices;
mod text;
mod tuples;

/// The conformance extension.
#[hstack::module]
mod conformance {
    pub use crate::skeleton::{Counter, Node, add, noop, totals};

    pub use crate::arguments::arguments;
    pub use crate::basics::basics;
    pub use crate::buffers::buffers;
    pub use crate::bytes::bytes;
    pub use crate::capsules::capsules;
    pub use crate::dicts::dicts;
    pub use crate::floats::floats;
    pub use crate::ints::ints;
    pub use crate::lists::lists;
    pub use crate::mappings::mappings;
    pub use crate::numbers::numbers;
    pub use crate::objects::objects;
    pub use crate::sequences::sequences;
    pub use crate::sets::sets;
    pub use crate::slices::slices;
    pub use crate::text::text;
    pub use crate::tuples::tuples;
}
