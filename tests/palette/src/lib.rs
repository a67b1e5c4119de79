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
