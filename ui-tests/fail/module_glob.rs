//! A glob re-export.
//~ a glob does not say what the Python module exports: name the items, or drop the `pub`
pub mod inner {
    pub fn t() {}
}

#[hstack::module]
pub mod shop {
    pub use super::inner::*;
}

fn main() {}
