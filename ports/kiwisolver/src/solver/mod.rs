//! An incremental solver of linear constraints: the Cassowary algorithm (Greg J. Badros, Alan Borning and
//! Peter J. Stuckey, "The Cassowary Linear Arithmetic Constraint Solving Algorithm"). It knows nothing of
//! Python.
//!
//! Constraints become rows of a simplex tableau, each of which says what a basic symbol is in terms of
//! parametric ones. Required constraints hold always; what the others miss is the value of error symbols,
//! whose weighted sum is minimized.

mod address;
mod constraint;
mod dump;
mod general;
mod row;
mod session;
pub mod strength;
mod symbol;
mod tableau;
mod variable;

pub use constraint::{Constraint, Expression, Relation, Term, merge};
pub use session::{Error, Solver};
pub use variable::Variable;

#[cfg(test)]
mod tests;

/// Coefficients and constants below are rounding errors.
fn is_near_zero(value: f64) -> bool {
    value.abs() < 1e-8
}
