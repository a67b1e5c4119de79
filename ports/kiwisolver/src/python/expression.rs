//! `kiwisolver.Expression`

use super::number::Number;
use super::sum::{Sum, Terms};
use super::symbolic::Symbolic;
use super::term::Term;
use super::variable::Variable;
use crate::solver::{self, merge};
use hstack::prelude::*;
use hstack::types::CompareOp;
use std::sync::Arc;

/// A sum of terms and a number.
#[hstack::class(subclass, module = "kiwisolver")]
pub struct Expression {
    constant: f64,
    terms: Field<Tuple>,
}

impl Expression {
    /// A new one. The tuple holds terms.
    pub fn make<'f>(
        f: &Frame<'f>,
        terms: Handle<'f, Tuple>,
        constant: f64,
    ) -> Result<Handle<'f, Expression>> {
        f.new(ExpressionInit { constant, terms: Some(terms) })
    }

    /// The variables and the coefficients of its terms.
    fn parts<'f>(this: Handle<'f, Self>, f: &Frame<'f>) -> Result<Vec<(Handle<'f, Variable>, f64)>> {
        let terms = this.load(f, Expression::TERMS)?;
        (0..terms.len(f)?).map(|i| Term::parts(terms.get(f, i)?, f)).collect()
    }

    /// What it is to the solver.
    fn native<'f>(this: Handle<'f, Self>, f: &Frame<'f>) -> Result<solver::Expression> {
        Ok(solver_expression(f, &Expression::parts(this, f)?, this.payload(f).constant))
    }

    /// An expression in which each variable stands once (this one, when it is so), and what it is to the
    /// solver.
    pub fn reduced<'f>(
        this: Handle<'f, Self>,
        f: &Frame<'f>,
    ) -> Result<(Handle<'f, Expression>, solver::Expression)> {
        let constant = this.payload(f).constant;
        let mut parts = Expression::parts(this, f)?;
        let count = parts.len();
        merge(&mut parts, |variable| Arc::as_ptr(&variable.payload(f).variable));
        let native = solver_expression(f, &parts, constant);
        if parts.len() == count {
            return Ok((this, native));
        }
        let terms = parts.into_iter().map(|(variable, coefficient)| Term::make(f, variable, coefficient));
        let terms = f.tuple_of(&terms.collect::<Result<Vec<_>>>()?)?;
        Ok((Expression::make(f, terms, constant)?, native))
    }
}

fn solver_expression<'f>(
    f: &Frame<'f>,
    parts: &[(Handle<'f, Variable>, f64)],
    constant: f64,
) -> solver::Expression {
    let terms = parts.iter().map(|&(variable, coefficient)| {
        let variable = variable.payload(f).variable.clone();
        solver::Term { variable, coefficient }
    });
    solver::Expression { terms: terms.collect(), constant }
}

symbolic! {
    Expression {
        #[new]
        #[hstack(signature = (terms, constant = Number(0.0)))]
        fn new(f: &Frame, terms: Handle<Any>, constant: Number) -> Result<ExpressionInit> {
            let terms = terms.to_tuple(f)?;
            terms.to_vec::<Handle<Term>>(f)?;
            Ok(ExpressionInit { constant: constant.0, terms: Some(terms) })
        }

        /// Get the tuple of terms of the expression.
        fn terms(this: Handle<Self>, f: &Frame) -> Result<Handle<Tuple>> {
            this.load(f, Expression::TERMS)
        }

        /// Get the constant of the expression.
        fn constant(&self) -> f64 {
            self.constant
        }

        /// Get the value of the expression.
        fn value(this: Handle<Self>, f: &Frame) -> Result<f64> {
            let terms = this.load(f, Expression::TERMS)?;
            let mut value = this.payload(f).constant;
            for i in 0..terms.len(f)? {
                value += Term::value(terms.get(f, i)?, f)?;
            }
            Ok(value)
        }

        fn __repr__(this: Handle<Self>, f: &Frame) -> Result<String> {
            Ok(Expression::native(this, f)?.to_string())
        }
    }
}

impl<'f> Symbolic<'f> for Handle<'f, Expression> {
    type Scaled = Handle<'f, Expression>;

    fn sum(self, f: &Frame<'f>) -> Result<Sum<'f>> {
        let terms = Terms::Many(self.load(f, Expression::TERMS)?);
        Ok(Sum { terms, constant: Some(self.payload(f).constant) })
    }

    fn scaled(self, f: &Frame<'f>, factor: f64) -> Result<Handle<'f, Expression>> {
        self.sum(f)?.scaled(f, factor)?.expression(f)
    }
}
