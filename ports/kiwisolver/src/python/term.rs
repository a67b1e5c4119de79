//! `kiwisolver.Term`

use super::number::Number;
use super::sum::{One, Sum, Terms};
use super::symbolic::Symbolic;
use super::variable::Variable;
use crate::solver;
use hstack::prelude::*;
use hstack::types::CompareOp;

/// A variable times a number.
#[hstack::class(subclass, module = "kiwisolver")]
pub struct Term {
    coefficient: f64,
    variable: Field<Variable>,
}

impl Term {
    /// A new one.
    pub fn make<'f>(
        f: &Frame<'f>,
        variable: Handle<'f, Variable>,
        coefficient: f64,
    ) -> Result<Handle<'f, Term>> {
        f.new(TermInit { coefficient, variable: Some(variable) })
    }

    /// What it is to the solver.
    fn native<'f>(this: Handle<'f, Self>, f: &Frame<'f>) -> Result<solver::Term> {
        let (variable, coefficient) = Term::parts(this, f)?;
        Ok(solver::Term { variable: variable.payload(f).variable.clone(), coefficient })
    }

    /// Its variable and its coefficient.
    pub fn parts<'f>(this: Handle<'f, Self>, f: &Frame<'f>) -> Result<(Handle<'f, Variable>, f64)> {
        Ok((this.load(f, Term::VARIABLE)?, this.payload(f).coefficient))
    }
}

symbolic! {
    Term {
        #[new]
        #[hstack(signature = (variable, coefficient = Number(1.0)))]
        fn new(variable: Handle<Variable>, coefficient: Number) -> TermInit {
            TermInit { coefficient: coefficient.0, variable: Some(variable) }
        }

        /// Get the variable of the term.
        fn variable(this: Handle<Self>, f: &Frame) -> Result<Handle<Variable>> {
            this.load(f, Term::VARIABLE)
        }

        /// Get the coefficient of the term.
        fn coefficient(&self) -> f64 {
            self.coefficient
        }

        /// Get the value of the term.
        pub fn value(this: Handle<Self>, f: &Frame) -> Result<f64> {
            let (variable, coefficient) = Term::parts(this, f)?;
            Ok(coefficient * variable.payload(f).variable.value())
        }

        fn __repr__(this: Handle<Self>, f: &Frame) -> Result<String> {
            Ok(Term::native(this, f)?.to_string())
        }
    }
}

impl<'f> Symbolic<'f> for Handle<'f, Term> {
    type Scaled = Handle<'f, Term>;

    fn sum(self, _: &Frame<'f>) -> Result<Sum<'f>> {
        Ok(Sum { terms: Terms::One(One::Term(self)), constant: None })
    }

    fn scaled(self, f: &Frame<'f>, factor: f64) -> Result<Handle<'f, Term>> {
        let (variable, coefficient) = Term::parts(self, f)?;
        Term::make(f, variable, coefficient * factor)
    }
}
