//! What the solver looks like inside, as text.

use super::constraint::Constraint;
use super::general::General;
use super::row::Row;
use super::session::Solver;
use std::fmt;
use std::fmt::Write;

impl fmt::Display for Row {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", General(self.constant))?;
        self.cells()
            .iter()
            .try_for_each(|&(symbol, coefficient)| write!(out, " + {} * {symbol}", General(coefficient)))
    }
}

fn section(out: &mut String, title: &str, lines: impl IntoIterator<Item = String>) {
    let _ = writeln!(out, "{title}\n{}", "-".repeat(title.len()));
    for line in lines {
        out.push_str(&line);
        out.push('\n');
    }
    out.push('\n');
}

impl Solver {
    /// The tableau, the variables and the constraints.
    pub fn dump(&self) -> String {
        let mut variables: Vec<_> = self.variables.iter().map(|(v, &symbol)| (symbol, v)).collect();
        variables.sort_by_key(|variable| variable.0);
        let mut edits: Vec<_> = self.edits.iter().map(|(v, edit)| (edit.tag.marker, v)).collect();
        edits.sort_by_key(|edit| edit.0);
        let mut constraints: Vec<_> = self.constraints.iter().map(|(c, tag)| (tag.marker, c)).collect();
        constraints.sort_by_key(|constraint| constraint.0);

        let mut out = String::new();
        section(&mut out, "Objective", [self.tableau.objective().to_string()]);
        section(
            &mut out,
            "Tableau",
            self.tableau.rows().iter().map(|basic| format!("{} | {}", basic.symbol, basic.row)),
        );
        section(&mut out, "Infeasible", self.tableau.infeasible().iter().map(ToString::to_string));
        section(
            &mut out,
            "Variables",
            variables.iter().map(|(symbol, v)| format!("{} = {symbol}", v.0.name())),
        );
        section(&mut out, "Edit Variables", edits.iter().map(|(_, v)| v.0.name().clone()));
        section(&mut out, "Constraints", constraints.iter().map(|(_, c)| line(&c.0)));
        out.push('\n');
        out
    }
}

fn line(constraint: &Constraint) -> String {
    let (expression, relation) = (constraint.expression(), constraint.relation().name());
    format!("{expression} {relation} 0  | strength = {}", General(constraint.strength()))
}
