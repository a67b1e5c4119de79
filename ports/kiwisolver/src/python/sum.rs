//! Sums: what operands are added up to.

use super::expression::Expression;
use super::number::Number;
use super::symbolic::Symbolic;
use super::term::Term;
use super::variable::Variable;
use hstack::prelude::*;

/// Any operand, or several.
pub struct Sum<'f> {
    pub terms: Terms<'f>,
    /// None is a zero of no sign.
    pub constant: Option<f64>,
}

/// The terms of a sum, as far as there are objects for them.
pub enum Terms<'f> {
    None,
    One(One<'f>),
    /// A tuple of terms.
    Many(Handle<'f, Tuple>),
}

/// A term, or a variable that is about to be one.
#[derive(Clone, Copy)]
pub enum One<'f> {
    Variable(Handle<'f, Variable>),
    Term(Handle<'f, Term>),
}

impl<'f> One<'f> {
    fn term(self, f: &Frame<'f>) -> Result<Handle<'f, Term>> {
        match self {
            One::Variable(variable) => Term::make(f, variable, 1.0),
            One::Term(term) => Ok(term),
        }
    }

    fn scaled(self, f: &Frame<'f>, factor: f64) -> Result<Handle<'f, Term>> {
        match self {
            One::Variable(variable) => variable.scaled(f, factor),
            One::Term(term) => term.scaled(f, factor),
        }
    }
}

impl<'f> Sum<'f> {
    /// `self + other`
    pub fn plus(self, f: &Frame<'f>, other: Sum<'f>) -> Result<Sum<'f>> {
        let terms = match (self.terms, other.terms) {
            (Terms::None, terms) | (terms, Terms::None) => terms,
            (Terms::Many(left), Terms::Many(right)) => Terms::Many(left.concat(f, right)?),
            (Terms::Many(many), Terms::One(one)) | (Terms::One(one), Terms::Many(many)) => {
                Terms::Many(many.concat(f, f.tuple_of(&[one.term(f)?])?)?)
            }
            (Terms::One(left), Terms::One(right)) => {
                Terms::Many(f.tuple_of(&[left.term(f)?, right.term(f)?])?)
            }
        };
        let constant = match (self.constant, other.constant) {
            (Some(left), Some(right)) => Some(left + right),
            (constant, None) | (None, constant) => constant,
        };
        Ok(Sum { terms, constant })
    }

    /// `self * factor`
    pub fn scaled(self, f: &Frame<'f>, factor: f64) -> Result<Sum<'f>> {
        let terms = match self.terms {
            Terms::None => Terms::None,
            Terms::One(one) => Terms::One(One::Term(one.scaled(f, factor)?)),
            Terms::Many(many) => {
                let terms = many.to_vec::<Handle<Term>>(f)?.into_iter().map(|term| term.scaled(f, factor));
                Terms::Many(f.tuple_of(&terms.collect::<Result<Vec<_>>>()?)?)
            }
        };
        Ok(Sum { terms, constant: self.constant.map(|constant| constant * factor) })
    }

    /// `self - other`
    pub fn minus(self, f: &Frame<'f>, other: Sum<'f>) -> Result<Sum<'f>> {
        let negative = other.scaled(f, -1.0)?;
        self.plus(f, negative)
    }

    /// The object.
    pub fn expression(self, f: &Frame<'f>) -> Result<Handle<'f, Expression>> {
        let terms = match self.terms {
            Terms::None => f.tuple()?,
            Terms::One(one) => f.tuple_of(&[one.term(f)?])?,
            Terms::Many(terms) => terms,
        };
        Expression::make(f, terms, self.constant.unwrap_or(0.0))
    }
}

/// What an operand is.
#[derive(FromPy)]
enum Operand<'f> {
    Variable(Handle<'f, Variable>),
    Term(Handle<'f, Term>),
    Expression(Handle<'f, Expression>),
    Number(Number),
}

impl<'f> Operand<'f> {
    fn sum(self, f: &Frame<'f>) -> Result<Sum<'f>> {
        match self {
            Operand::Variable(variable) => variable.sum(f),
            Operand::Term(term) => term.sum(f),
            Operand::Expression(expression) => expression.sum(f),
            Operand::Number(Number(constant)) => Ok(Sum { terms: Terms::None, constant: Some(constant) }),
        }
    }
}

impl<'f> FromPy<'f> for Sum<'f> {
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        object.extract::<Operand>(f)?.sum(f)
    }

    fn try_from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<Self>> {
        object.try_extract::<Operand>(f)?.map(|operand| operand.sum(f)).transpose()
    }
}
