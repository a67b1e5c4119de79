//! The Python classes.

#[macro_use]
mod symbolic;

pub mod constraint;
pub mod errors;
pub mod expression;
mod number;
pub mod solver;
pub mod strength;
mod sum;
pub mod term;
pub mod variable;

use expression::Expression;
