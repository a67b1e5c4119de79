//! `kiwisolver.Solver`

use super::constraint::Constraint;
use super::errors::{
    DuplicateConstraint, DuplicateEditVariable, UnknownConstraint, UnknownEditVariable, about,
};
use super::number::Number;
use super::strength::Strength;
use super::variable::Variable;
use crate::solver;
use hstack::Lock;
use hstack::prelude::*;

/// Finds values for variables so that constraints hold.
#[hstack::class(subclass, module = "kiwisolver")]
pub struct Solver {
    solver: Lock<solver::Solver>,
}

/// The exception for what the solver says about a constraint.
fn refused<'f>(f: &Frame<'f>, error: solver::Error, constraint: Handle<'f, Constraint>) -> hstack::Error {
    about::<DuplicateConstraint, UnknownConstraint>(f, error, constraint.as_any())
}

/// And about a variable.
fn refused_edit<'f>(f: &Frame<'f>, error: solver::Error, variable: Handle<'f, Variable>) -> hstack::Error {
    about::<DuplicateEditVariable, UnknownEditVariable>(f, error, variable.as_any())
}

#[hstack::methods]
impl Solver {
    #[new]
    fn new() -> Self {
        Solver { solver: Lock::default() }
    }

    /// Add a constraint to the solver.
    #[hstack(name = "addConstraint", signature = (constraint, /))]
    fn add_constraint(&self, f: &mut Frame, constraint: Handle<Constraint>) -> Result {
        let added = self.solver.lock(f)?.add_constraint(&constraint.payload(f).constraint);
        added.map_err(|error| refused(f, error, constraint))
    }

    /// Remove a constraint from the solver.
    #[hstack(name = "removeConstraint", signature = (constraint, /))]
    fn remove_constraint(&self, f: &mut Frame, constraint: Handle<Constraint>) -> Result {
        let removed = self.solver.lock(f)?.remove_constraint(&constraint.payload(f).constraint);
        removed.map_err(|error| refused(f, error, constraint))
    }

    /// Check whether the solver has a constraint.
    #[hstack(name = "hasConstraint", signature = (constraint, /))]
    fn has_constraint(&self, f: &mut Frame, constraint: Handle<Constraint>) -> Result<bool> {
        Ok(self.solver.lock(f)?.has_constraint(&constraint.payload(f).constraint))
    }

    /// Add an edit variable to the solver.
    #[hstack(name = "addEditVariable", signature = (variable, strength, /))]
    fn add_edit_variable(&self, f: &mut Frame, variable: Handle<Variable>, strength: Strength) -> Result {
        let added = self.solver.lock(f)?.add_edit_variable(&variable.payload(f).variable, strength.0);
        added.map_err(|error| refused_edit(f, error, variable))
    }

    /// Remove an edit variable from the solver.
    #[hstack(name = "removeEditVariable", signature = (variable, /))]
    fn remove_edit_variable(&self, f: &mut Frame, variable: Handle<Variable>) -> Result {
        let removed = self.solver.lock(f)?.remove_edit_variable(&variable.payload(f).variable);
        removed.map_err(|error| refused_edit(f, error, variable))
    }

    /// Check whether the solver has an edit variable.
    #[hstack(name = "hasEditVariable", signature = (variable, /))]
    fn has_edit_variable(&self, f: &mut Frame, variable: Handle<Variable>) -> Result<bool> {
        Ok(self.solver.lock(f)?.has_edit_variable(&variable.payload(f).variable))
    }

    /// Suggest a value for an edit variable.
    #[hstack(name = "suggestValue", signature = (variable, value, /))]
    fn suggest_value(&self, f: &mut Frame, variable: Handle<Variable>, value: Number) -> Result {
        let suggested = self.solver.lock(f)?.suggest_value(&variable.payload(f).variable, value.0);
        suggested.map_err(|error| refused_edit(f, error, variable))
    }

    /// Update the values of the variables.
    #[hstack(name = "updateVariables")]
    fn update_variables(&self, f: &mut Frame) -> Result {
        self.solver.lock(f)?.update_variables();
        Ok(())
    }

    /// Reset the solver to what it was in the beginning.
    fn reset(&self, f: &mut Frame) -> Result {
        *self.solver.lock(f)? = solver::Solver::default();
        Ok(())
    }

    /// Print the inside of the solver.
    fn dump(&self, f: &mut Frame) -> Result {
        let text = self.dumps(f)?.to_handle(f)?.repr(f)?;
        f.import("sys")?.get::<Handle<Any>>(f, "stdout")?.call_method(f, "write", (text,))
    }

    /// Return the inside of the solver as a text.
    fn dumps(&self, f: &mut Frame) -> Result<String> {
        Ok(self.solver.lock(f)?.dump())
    }
}
