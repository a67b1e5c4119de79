//! The operators that variables, terms and expressions have in common.

use super::constraint::Constraint;
use super::expression::Expression;
use super::sum::Sum;
use crate::solver::Relation;
use crate::solver::strength::REQUIRED;
use hstack::exceptions::ZeroDivisionError;
use hstack::prelude::*;
use hstack::types::CompareOp;

/// What can be added up and compared.
pub trait Symbolic<'f>: Sized {
    /// What it becomes when it is multiplied.
    type Scaled;

    /// The sum that it is.
    fn sum(self, f: &Frame<'f>) -> Result<Sum<'f>>;

    /// `self * factor`
    fn scaled(self, f: &Frame<'f>, factor: f64) -> Result<Self::Scaled>;

    /// `self + other`
    fn plus(self, f: &Frame<'f>, other: Sum<'f>) -> Result<Handle<'f, Expression>> {
        self.sum(f)?.plus(f, other)?.expression(f)
    }

    /// `self - other`
    fn minus(self, f: &Frame<'f>, other: Sum<'f>) -> Result<Handle<'f, Expression>> {
        self.sum(f)?.minus(f, other)?.expression(f)
    }

    /// `other - self`
    fn taken_from(self, f: &Frame<'f>, other: Sum<'f>) -> Result<Handle<'f, Expression>> {
        other.minus(f, self.sum(f)?)?.expression(f)
    }

    /// `self / divisor`
    fn divided(self, f: &Frame<'f>, divisor: f64) -> Result<Self::Scaled> {
        if divisor == 0.0 {
            return Err(ZeroDivisionError::new_err("float division by zero"));
        }
        self.scaled(f, 1.0 / divisor)
    }
}

/// A constraint, for the comparisons that make one.
pub fn compared<'f, C>(
    f: &Frame<'f>,
    this: Handle<'f, C>,
    other: Handle<'f, Any>,
    operation: CompareOp,
) -> Result<Handle<'f, Any>>
where
    Handle<'f, C>: Symbolic<'f>,
{
    let relation = match operation {
        CompareOp::Le => Relation::LessOrEqual,
        CompareOp::Eq => Relation::Equal,
        CompareOp::Ge => Relation::GreaterOrEqual,
        CompareOp::Lt | CompareOp::Ne | CompareOp::Gt => {
            return Err(unsupported(f, this.as_any(), other, operation));
        }
    };
    let Some(right) = other.try_extract::<Sum>(f)? else { return Ok(f.not_implemented()) };
    let difference = this.minus(f, right)?;
    Ok(f.new(Constraint::init(f, difference, relation, REQUIRED)?)?.as_any())
}

#[cold]
fn unsupported<'f>(
    f: &Frame<'f>,
    left: Handle<'f, Any>,
    right: Handle<'f, Any>,
    operation: CompareOp,
) -> hstack::Error {
    let operator = match operation {
        CompareOp::Lt => "<",
        CompareOp::Gt => ">",
        _ => "!=",
    };
    let name = |object: Handle<'f, Any>| object.get_type(f).full_name(f).unwrap_or("?");
    TypeError::new_err(format!(
        "unsupported operand type(s) for {operator}: '{}' and '{}'",
        name(left),
        name(right)
    ))
}

/// What an instance of `C` becomes when it is multiplied.
pub type Scaled<'f, C> = <Handle<'f, C> as Symbolic<'f>>::Scaled;

/// The methods of a class, and the operators.
macro_rules! symbolic {
    ($class:ident { $($methods:tt)* }) => {
        use super::symbolic::{Scaled, compared};

        #[hstack::methods]
        impl $class {
            $($methods)*

            fn __add__(this: Handle<Self>, f: &Frame, other: Sum<'_>) -> Result<Handle<super::Expression>> {
                this.plus(f, other)
            }

            fn __radd__(this: Handle<Self>, f: &Frame, other: Sum<'_>) -> Result<Handle<super::Expression>> {
                this.plus(f, other)
            }

            fn __sub__(this: Handle<Self>, f: &Frame, other: Sum<'_>) -> Result<Handle<super::Expression>> {
                this.minus(f, other)
            }

            fn __rsub__(this: Handle<Self>, f: &Frame, other: Sum<'_>) -> Result<Handle<super::Expression>> {
                this.taken_from(f, other)
            }

            fn __mul__(this: Handle<Self>, f: &Frame, factor: Number) -> Result<Scaled<'_, Self>> {
                this.scaled(f, factor.0)
            }

            fn __rmul__(this: Handle<Self>, f: &Frame, factor: Number) -> Result<Scaled<'_, Self>> {
                this.scaled(f, factor.0)
            }

            fn __truediv__(this: Handle<Self>, f: &Frame, divisor: Number) -> Result<Scaled<'_, Self>> {
                this.divided(f, divisor.0)
            }

            fn __neg__(this: Handle<Self>, f: &Frame) -> Result<Scaled<'_, Self>> {
                this.scaled(f, -1.0)
            }

            fn __richcmp__(
                this: Handle<Self>,
                f: &Frame,
                other: Handle<Any>,
                operation: CompareOp,
            ) -> Result<Handle<Any>> {
                compared(f, this, other, operation)
            }
        }
    };
}
