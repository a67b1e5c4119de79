//! The solver: constraints come and go, and values are suggested.

use super::address::{AddressMap, ByAddress};
use super::constraint::{Constraint, Expression, Relation, Term};
use super::row::Row;
use super::symbol::{Kind, Symbol};
use super::tableau::{Stuck, Tableau, Tag};
use super::variable::Variable;
use super::{is_near_zero, strength};
use std::sync::Arc;

/// Why the solver refuses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Error {
    /// The constraint or the edit variable is there already.
    Duplicate,
    /// It is not there.
    Unknown,
    /// The constraint contradicts others that are required.
    Unsatisfiable,
    /// An edit variable must not be required to have its value.
    Required,
    /// Rounding errors got the better of the solver.
    Internal(&'static str),
}

impl From<Stuck> for Error {
    fn from(Stuck(why): Stuck) -> Self {
        Error::Internal(why)
    }
}

/// A solver.
#[derive(Default)]
pub struct Solver {
    pub(super) tableau: Tableau,
    pub(super) constraints: AddressMap<Constraint, Tag>,
    pub(super) variables: AddressMap<Variable, Symbol>,
    pub(super) edits: AddressMap<Variable, Edit>,
}

/// A variable for which values are suggested.
pub(super) struct Edit {
    /// That it has the suggested value.
    constraint: Arc<Constraint>,
    pub(super) tag: Tag,
    suggested: f64,
}

impl Solver {
    /// Adds a constraint.
    pub fn add_constraint(&mut self, constraint: &Arc<Constraint>) -> Result<(), Error> {
        if self.has_constraint(constraint) {
            return Err(Error::Duplicate);
        }
        self.add(constraint)?;
        Ok(())
    }

    fn add(&mut self, constraint: &Arc<Constraint>) -> Result<Tag, Error> {
        let (mut row, tag) = self.row_of(constraint);
        let possible = match subject(&row, tag) {
            Some(subject) => {
                row.solve_for(subject);
                self.tableau.define(subject, row);
                true
            }
            // The same equation once more, or one that says that zero is something else.
            None if row.cells().iter().all(|cell| cell.0.kind() == Kind::Dummy) => {
                let redundant = is_near_zero(row.constant);
                if redundant {
                    row.solve_for(tag.marker);
                    self.tableau.define(tag.marker, row);
                }
                redundant
            }
            None => self.tableau.add_with_artificial(row, tag.marker),
        };
        if possible {
            self.constraints.insert(ByAddress(constraint.clone()), tag);
        } else {
            self.tableau.forget_tag(tag);
        }
        self.tableau.optimize();
        possible.then_some(tag).ok_or(Error::Unsatisfiable)
    }

    /// The row of a constraint, whose constant is not negative.
    fn row_of(&mut self, constraint: &Constraint) -> (Row, Tag) {
        let expression = constraint.expression();
        let mut row = Row::new(expression.constant);
        for term in &expression.terms {
            if !is_near_zero(term.coefficient) {
                let symbol = self.symbol_of(&term.variable);
                self.tableau.add_to(&mut row, symbol, term.coefficient);
            }
        }
        let mut new = |kind, coefficient| {
            let symbol = self.tableau.symbol(kind);
            row.add_symbol(symbol, coefficient);
            symbol
        };
        let required = constraint.is_required();
        // How a symbol that is not negative makes up for the difference to zero.
        let difference = if constraint.relation() == Relation::GreaterOrEqual { -1.0 } else { 1.0 };
        let tag = match constraint.relation() {
            Relation::Equal if required => Tag { marker: new(Kind::Dummy, 1.0), other: None },
            Relation::Equal => Tag { marker: new(Kind::Error, -1.0), other: Some(new(Kind::Error, 1.0)) },
            _ => {
                let marker = new(Kind::Slack, difference);
                Tag { marker, other: (!required).then(|| new(Kind::Error, -difference)) }
            }
        };
        self.weigh(tag, constraint.strength());
        if row.constant < 0.0 {
            row.scale(-1.0);
        }
        (row, tag)
    }

    /// Makes the errors of a constraint count.
    fn weigh(&mut self, tag: Tag, weight: f64) {
        for symbol in [Some(tag.marker), tag.other].into_iter().flatten() {
            if symbol.kind() == Kind::Error {
                self.tableau.weigh(symbol, weight);
            }
        }
    }

    fn symbol_of(&mut self, variable: &Arc<Variable>) -> Symbol {
        *self
            .variables
            .entry(ByAddress(variable.clone()))
            .or_insert_with(|| self.tableau.symbol(Kind::External))
    }

    /// Removes a constraint.
    pub fn remove_constraint(&mut self, constraint: &Arc<Constraint>) -> Result<(), Error> {
        let tag = self.constraints.remove(&ByAddress(constraint.clone())).ok_or(Error::Unknown)?;
        // Before the row goes, by which the errors are known.
        self.weigh(tag, -constraint.strength());
        let dropped = self.tableau.drop_row(tag.marker);
        self.tableau.forget_tag(tag);
        self.tableau.optimize();
        Ok(dropped?)
    }

    /// Whether a constraint has been added.
    pub fn has_constraint(&self, constraint: &Arc<Constraint>) -> bool {
        self.constraints.contains_key(&ByAddress(constraint.clone()))
    }

    /// Adds a variable for which values will be suggested; the first one is 0.
    pub fn add_edit_variable(&mut self, variable: &Arc<Variable>, strength: f64) -> Result<(), Error> {
        if self.has_edit_variable(variable) {
            return Err(Error::Duplicate);
        }
        let terms = vec![Term { variable: variable.clone(), coefficient: 1.0 }];
        let expression = Arc::new(Expression { terms, constant: 0.0 });
        let constraint = Arc::new(Constraint::new(expression, Relation::Equal, strength));
        if constraint.strength() == strength::REQUIRED {
            return Err(Error::Required);
        }
        let tag = self.add(&constraint)?;
        self.edits.insert(ByAddress(variable.clone()), Edit { constraint, tag, suggested: 0.0 });
        Ok(())
    }

    /// Removes such a variable.
    pub fn remove_edit_variable(&mut self, variable: &Arc<Variable>) -> Result<(), Error> {
        let edit = self.edits.remove(&ByAddress(variable.clone())).ok_or(Error::Unknown)?;
        self.remove_constraint(&edit.constraint)
    }

    /// Whether values can be suggested for a variable.
    pub fn has_edit_variable(&self, variable: &Arc<Variable>) -> bool {
        self.edits.contains_key(&ByAddress(variable.clone()))
    }

    /// Suggests a value.
    pub fn suggest_value(&mut self, variable: &Arc<Variable>, value: f64) -> Result<(), Error> {
        let edit = self.edits.get_mut(&ByAddress(variable.clone())).ok_or(Error::Unknown)?;
        let delta = value - edit.suggested;
        edit.suggested = value;
        self.tableau.shift(edit.tag, delta);
        Ok(self.tableau.optimize_dual()?)
    }

    /// Gives the variables their values.
    pub fn update_variables(&self) {
        for (ByAddress(variable), &symbol) in &self.variables {
            variable.set_value(self.tableau.row(symbol).map_or(0.0, |row| row.constant));
        }
    }
}

/// The symbol that becomes basic with a new row, if there is one: a variable, or a symbol of the
/// constraint's own that the row makes positive.
fn subject(row: &Row, tag: Tag) -> Option<Symbol> {
    let variable = row.cells().iter().map(|cell| cell.0).find(|symbol| symbol.kind() == Kind::External);
    let own = [Some(tag.marker), tag.other].into_iter().flatten();
    variable
        .or_else(|| own.filter(|symbol| symbol.is_pivotable()).find(|&symbol| row.coefficient(symbol) < 0.0))
}
