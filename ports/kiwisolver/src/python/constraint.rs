//! `kiwisolver.Constraint`

use super::expression::Expression;
use super::strength::Strength;
use crate::solver::strength::REQUIRED;
use crate::solver::{self, Relation};
use hstack::prelude::*;
use std::sync::Arc;

/// A comparison of an expression with zero, and how much it counts.
#[hstack::class(subclass, module = "kiwisolver")]
pub struct Constraint {
    pub constraint: Arc<solver::Constraint>,
    expression: Field<Expression>,
}

impl<'f> FromPy<'f> for Relation {
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        let name: &str = object.extract(f)?;
        Relation::named(name).ok_or_else(|| {
            ValueError::new_err(format!("relational operator must be '==', '<=', or '>=', not '{name}'"))
        })
    }
}

impl Constraint {
    /// What a new one is made from.
    pub fn init<'f>(
        f: &Frame<'f>,
        expression: Handle<'f, Expression>,
        relation: Relation,
        strength: f64,
    ) -> Result<ConstraintInit<'f>> {
        let (expression, native) = Expression::reduced(expression, f)?;
        let constraint = Arc::new(solver::Constraint::new(Arc::new(native), relation, strength));
        Ok(ConstraintInit { constraint, expression: Some(expression) })
    }
}

#[hstack::methods]
impl Constraint {
    #[new]
    #[hstack(signature = (expression, op, strength = Strength(REQUIRED)))]
    fn new(
        f: &Frame,
        expression: Handle<Expression>,
        op: Relation,
        strength: Strength,
    ) -> Result<ConstraintInit> {
        Constraint::init(f, expression, op, strength.0)
    }

    /// Get the expression of the constraint.
    fn expression(this: Handle<Self>, f: &Frame) -> Result<Handle<Expression>> {
        this.load(f, Constraint::EXPRESSION)
    }

    /// Get how the constraint compares its expression with zero.
    fn op(&self) -> &'static str {
        self.constraint.relation().name()
    }

    /// Get the strength of the constraint.
    fn strength(&self) -> f64 {
        self.constraint.strength()
    }

    /// Return whether the constraint does not hold for the values that the variables have.
    fn violated(&self) -> bool {
        self.constraint.is_violated()
    }

    fn __or__(this: Handle<Self>, f: &Frame, strength: Strength) -> Result<ConstraintInit> {
        let constraint = Arc::new(this.payload(f).constraint.with_strength(strength.0));
        Ok(ConstraintInit { constraint, expression: this.find(f, Constraint::EXPRESSION)? })
    }

    fn __ror__(this: Handle<Self>, f: &Frame, strength: Strength) -> Result<ConstraintInit> {
        Constraint::__or__(this, f, strength)
    }

    fn __repr__(&self) -> String {
        let violated = if self.constraint.is_violated() { " (VIOLATED)" } else { "" };
        format!("{}{violated}", self.constraint)
    }
}
