//! Classes that another crate of the same binary defines.

use hstack::prelude::*;
use palette::Swatch;

/// What `palette` has, and a class derived from it.
#[hstack::module(submodule)]
pub mod classes_elsewhere {
    pub use super::{Label, level_of, make_swatch};
    pub use palette::{NoSuchColor, Pigment, Swatch, faded, make_pigment, named, strength_of};
}

/// A swatch with a text on it.
#[hstack::class(extends = Swatch)]
pub struct Label {
    #[hstack(get)]
    text: String,
}

#[hstack::methods]
impl Label {
    #[new]
    fn new(name: String, level: u32, text: String) -> LabelInit {
        LabelInit { base: Swatch { name, level }, text }
    }
}

/// Reads an instance.
#[hstack::function]
pub fn level_of(f: &Frame, swatch: Handle<Swatch>) -> u32 {
    swatch.payload(f).level
}

/// Makes an instance.
#[hstack::function]
pub fn make_swatch(f: &Frame, name: String) -> Result<Handle<Swatch>> {
    f.new(Swatch { name, level: 7 })
}
