//! `kiwisolver._cext`: a solver of linear constraints, and what constraints are written with.

mod python;
mod solver;

/// Variables, constraints and their solver.
#[allow(non_upper_case_globals)]
#[hstack::module]
mod _cext {
    pub use crate::python::constraint::Constraint;
    pub use crate::python::errors::{
        BadRequiredStrength, DuplicateConstraint, DuplicateEditVariable, UnknownConstraint,
        UnknownEditVariable, UnsatisfiableConstraint,
    };
    pub use crate::python::expression::Expression;
    pub use crate::python::solver::Solver;
    use crate::python::strength::Strengths;
    pub use crate::python::term::Term;
    pub use crate::python::variable::Variable;
    use hstack::prelude::*;

    /// The version of kiwisolver that this stands in for.
    pub const __version__: &str = "1.5.1";
    /// The version of the solver that this stands in for.
    pub const __kiwi_version__: &str = "1.5.1";

    #[hstack(init)]
    fn init(f: &Frame, module: Handle<Module>) -> Result {
        module.add(f, "strength", Strengths)
    }
}
