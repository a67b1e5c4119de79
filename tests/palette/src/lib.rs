//! A library without a Python module of its own: whoever depends on it exports its classes.

use hstack::prelude::*;

hstack::exception!(palette, NoSuchColor, hstack::exceptions::LookupError, "A color without a name.");

/// A color.
#[hstack::class(subclass, eq, hash, pickle)]
#[derive(PartialEq, Hash)]
pub struct Swatch {
    #[hstack(get)]
    pub name: String,
    #[hstack(get)]
    pub level: u32,
}

#[hstack::methods]
impl Swatch {
    #[new]
    fn new(name: String, level: u32) -> Self {
        Swatch { name, level }
    }

    fn __add__(&self, other: Handle<Swatch>, f: &Frame) -> Swatch {
        let other = other.payload(f);
        Swatch { name: format!("{}-{}", self.name, other.name), level: self.level + other.level }
    }
}

/// A swatch of a list, which others look for.
#[hstack::function]
pub fn named(f: &Frame, swatches: Vec<Handle<Swatch>>, name: &str) -> Result<Handle<Swatch>> {
    let found = swatches.into_iter().find(|swatch| swatch.payload(f).name == name);
    found.ok_or_else(|| NoSuchColor::new_err(name.to_owned()))
}

/// A color as numbers, which the extensions of an interpreter share.
#[hstack::class(shared = "palette.Pigment/1", subclass, weakref, eq, repr, pickle)]
#[derive(Clone, PartialEq, Debug)]
pub struct Pigment {
    #[hstack(get)]
    pub opaque: bool,
    #[hstack(get)]
    pub strength: f64,
    #[hstack(get)]
    pub parts: [u8; 3],
}

#[hstack::methods]
impl Pigment {
    #[classattr]
    const LAYERS: u32 = 3;

    #[new]
    fn new(strength: f64, parts: [u8; 3]) -> Self {
        Pigment { opaque: false, strength, parts }
    }

    fn __add__(&self, other: Handle<Pigment>, f: &Frame) -> Pigment {
        Pigment { strength: self.strength + other.payload(f).strength, ..self.clone() }
    }

    fn covered(this: Handle<Self>, f: &Frame) -> Result<Handle<Self>> {
        f.new(Pigment { opaque: true, ..this.payload(f).clone() })
    }
}

/// Reads an instance.
#[hstack::function]
pub fn strength_of(f: &Frame, pigment: Handle<Pigment>) -> f64 {
    pigment.payload(f).strength
}

/// Makes an instance.
#[hstack::function]
pub fn make_pigment(f: &Frame, strength: f64) -> Result<Handle<Pigment>> {
    f.new(Pigment { opaque: false, strength, parts: [1, 2, 3] })
}

/// Makes instances of the result.
#[hstack::function]
pub fn faded(pigments: Vec<Handle<Pigment>>, f: &Frame) -> Vec<Pigment> {
    let payloads = pigments.into_iter().map(|pigment| pigment.payload(f));
    payloads.map(|p| Pigment { strength: p.strength / 2.0, ..p.clone() }).collect()
}
