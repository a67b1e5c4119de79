//! Strengths: how much a constraint that need not hold counts against others.

/// A constraint that must hold.
pub const REQUIRED: f64 = 1_001_001_000.0;
/// A strong wish.
pub const STRONG: f64 = 1_000_000.0;
/// A medium wish.
pub const MEDIUM: f64 = 1_000.0;
/// A weak wish.
pub const WEAK: f64 = 1.0;

/// A strength from its strong, medium and weak parts, each up to 1000 after it is weighted.
pub fn create(strong: f64, medium: f64, weak: f64, weight: f64) -> f64 {
    let part = |value: f64| at_least_zero(value * weight).min(1000.0);
    part(strong) * STRONG + part(medium) * MEDIUM + part(weak) * WEAK
}

/// The nearest strength.
pub fn clip(value: f64) -> f64 {
    at_least_zero(value).min(REQUIRED)
}

/// What is not a number counts nothing.
fn at_least_zero(value: f64) -> f64 {
    value.max(0.0)
}

/// The strength of this name.
pub fn named(name: &str) -> Option<f64> {
    Some(match name {
        "required" => REQUIRED,
        "strong" => STRONG,
        "medium" => MEDIUM,
        "weak" => WEAK,
        _ => return None,
    })
}
