//! `float` and `complex`: bit for bit.

/// Floats and complex numbers.
#[hstack::module(submodule)]
pub mod floats {
    use hstack::function;
    use hstack::prelude::*;

    #[function]
    pub fn echo_f64(x: f64) -> f64 {
        x
    }

    #[function]
    pub fn echo_f32(x: f32) -> f32 {
        x
    }

    #[function]
    pub fn bits(x: f64) -> u64 {
        x.to_bits()
    }

    #[function]
    pub fn from_bits(bits: u64) -> f64 {
        f64::from_bits(bits)
    }

    #[function]
    pub fn make(f: &Frame, x: f64) -> Result<Handle<Float>> {
        f.float(x)
    }

    #[function]
    pub fn value(f: &Frame, x: Handle<Float>) -> Result<f64> {
        x.value(f)
    }

    #[function]
    pub fn constants() -> (f64, f64, f64, f64, f64, f64) {
        (f64::MAX, f64::MIN_POSITIVE, f64::from_bits(1), f64::EPSILON, f64::INFINITY, -0.0)
    }

    #[function]
    pub fn complex(f: &Frame, real: f64, imaginary: f64) -> Result<Handle<Complex>> {
        f.complex(real, imaginary)
    }

    #[function]
    pub fn parts(f: &Frame, number: Handle<Complex>) -> Result<(f64, f64)> {
        number.parts(f)
    }

    #[function]
    pub fn total(f: &Frame, items: Handle<List>) -> Result<f64> {
        Ok(items.to_f64s(f)?.iter().sum())
    }
}
