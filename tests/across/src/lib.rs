//! Another binary with a copy of `palette`, and classes that claim to be what they are not.

use hstack::prelude::*;

/// What the conformance extension exports too, from its own copy.
#[hstack::module]
mod across {
    pub use super::{claim, is_pigment, is_spot, make_spot};
    pub use palette::{Pigment, faded, make_pigment, strength_of};
}

/// Whether an object is one.
#[hstack::function]
pub fn is_pigment<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> bool {
    object.try_cast::<palette::Pigment>(f).is_some()
}

/// A class that no module exports.
#[hstack::class(shared = "across.Spot/1")]
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Spot(u8, [[f32; 2]; 2], char);

#[hstack::methods]
impl Spot {
    #[classattr]
    fn dot() -> Spot {
        Spot(1, [[1.0, 2.0], [3.0, 4.0]], '.')
    }
}

/// Makes an instance.
#[hstack::function]
pub fn make_spot(size: u8, letter: char) -> Spot {
    Spot(size, [[1.0, 2.0], [3.0, 4.0]], letter)
}

/// Whether an object is one, and has what it was made with.
#[hstack::function]
pub fn is_spot<'f>(f: &Frame<'f>, object: Handle<'f, Any>, size: u8, letter: char) -> bool {
    object.try_cast::<Spot>(f).is_some_and(|spot| {
        let Spot(own, [[a, b], [c, d]], own_letter) = *spot.payload(f);
        (own, [a, b, c, d], own_letter) == (size, [1.0, 2.0, 3.0, 4.0], letter)
    })
}

/// The class as it would be one day.
#[hstack::class(shared = "palette.Pigment/2")]
pub struct Later {
    _opaque: bool,
}

/// One whose author forgot to change the version.
#[hstack::class(shared = "palette.Pigment/1")]
pub struct Narrow {
    _opaque: bool,
    _strength: f32,
    _parts: [u8; 3],
}

/// The same size, other names.
#[hstack::class(shared = "palette.Pigment/1")]
pub struct Renamed {
    _hidden: bool,
    _strength: f64,
    _parts: [u8; 3],
}

/// Asks for the class of one of them.
#[hstack::function]
pub fn claim<'f>(f: &Frame<'f>, which: &str) -> Result<Handle<'f, Type>> {
    match which {
        "later" => f.get_class::<Later>(),
        "narrow" => f.get_class::<Narrow>(),
        "renamed" => f.get_class::<Renamed>(),
        _ => f.get_class::<palette::Pigment>(),
    }
}
