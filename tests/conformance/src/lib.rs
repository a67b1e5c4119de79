//! One extension for the conformance suite: the same binary on every interpreter.

#![allow(clippy::module_inception, clippy::type_complexity, clippy::unused_unit)]

mod arguments;
mod basics;
mod buffers;
mod bytes;
mod calls;
mod capsules;
mod classes_bases;
mod classes_elsewhere;
mod classes_enums;
mod classes_options;
mod classes_pickle;
mod convert;
mod dicts;
mod errors;
mod fields;
mod floats;
mod globals;
mod imports;
mod ints;
mod lists;
mod loops;
mod mappings;
mod numbers;
mod objects;
mod panics;
mod sequences;
mod sets;
mod skeleton;
mod slices;
mod slots_async;
mod slots_buffers;
mod slots_compare;
mod slots_containers;
mod slots_numbers;
mod slots_objects;
mod std_errors;
mod text;
mod threads;
mod tuples;
mod warnings;

/// The conformance extension.
#[hstack::module]
mod conformance {
    pub use crate::skeleton::{Counter, Node, add, noop, totals};

    pub use crate::arguments::arguments;
    pub use crate::basics::basics;
    pub use crate::buffers::buffers;
    pub use crate::bytes::bytes;
    pub use crate::calls::calls;
    pub use crate::capsules::capsules;
    pub use crate::classes_bases::classes_bases;
    pub use crate::classes_elsewhere::classes_elsewhere;
    pub use crate::classes_enums::{classes_enums, classes_exclusive};
    pub use crate::classes_options::classes_options;
    pub use crate::classes_pickle::classes_pickle;
    pub use crate::convert::convert;
    pub use crate::dicts::dicts;
    pub use crate::errors::errors;
    pub use crate::fields::fields;
    pub use crate::floats::floats;
    pub use crate::globals::globals;
    pub use crate::imports::imports;
    pub use crate::ints::ints;
    pub use crate::lists::lists;
    pub use crate::loops::loops;
    pub use crate::mappings::mappings;
    pub use crate::numbers::numbers;
    pub use crate::objects::objects;
    pub use crate::panics::panics;
    pub use crate::sequences::sequences;
    pub use crate::sets::sets;
    pub use crate::slices::slices;
    pub use crate::slots_async::slots_async;
    pub use crate::slots_buffers::slots_buffers;
    pub use crate::slots_compare::slots_compare;
    pub use crate::slots_containers::slots_containers;
    pub use crate::slots_numbers::slots_numbers;
    pub use crate::slots_objects::slots_objects;
    pub use crate::std_errors::std_errors;
    pub use crate::text::text;
    pub use crate::threads::threads;
    pub use crate::tuples::tuples;
    pub use crate::warnings::warnings;
}
