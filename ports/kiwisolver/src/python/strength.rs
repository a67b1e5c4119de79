//! `kiwisolver.strength`, and strengths in arguments.

use super::number::Number;
use crate::solver::strength::{self, MEDIUM, REQUIRED, STRONG, WEAK};
use hstack::prelude::*;

/// A strength by its name or its value.
pub struct Strength(pub f64);

impl<'f> FromPy<'f> for Strength {
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        let Some(name) = object.try_cast::<Str>(f) else {
            return object.extract(f).map(|Number(value)| Strength(value));
        };
        let name = name.as_str(f)?;
        strength::named(name).map(Strength).ok_or_else(|| {
            ValueError::new_err(format!(
                "string strength must be 'required', 'strong', 'medium', or 'weak', not '{name}'"
            ))
        })
    }
}

/// The predefined strengths, and how to make others.
#[hstack::class(name = "Strength", module = "kiwisolver")]
pub struct Strengths;

#[hstack::methods]
impl Strengths {
    /// The predefined weak strength.
    #[getter]
    fn weak(&self) -> f64 {
        WEAK
    }

    /// The predefined medium strength.
    #[getter]
    fn medium(&self) -> f64 {
        MEDIUM
    }

    /// The predefined strong strength.
    #[getter]
    fn strong(&self) -> f64 {
        STRONG
    }

    /// The predefined strength of constraints that must hold.
    #[getter]
    fn required(&self) -> f64 {
        REQUIRED
    }

    /// Create a strength from its strong, medium and weak part, and a weight for all three.
    #[hstack(signature = (a, b, c, weight = Number(1.0), /))]
    fn create(&self, a: Number, b: Number, c: Number, weight: Number) -> f64 {
        strength::create(a.0, b.0, c.0, weight.0)
    }
}
