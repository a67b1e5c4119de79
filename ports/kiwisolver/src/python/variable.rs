//! `kiwisolver.Variable`

use super::number::Number;
use super::sum::{One, Sum, Terms};
use super::symbolic::Symbolic;
use super::term::Term;
use crate::solver;
use hstack::prelude::*;
use hstack::types::CompareOp;
use std::sync::Arc;

/// A variable of a solver.
#[hstack::class(subclass, module = "kiwisolver")]
pub struct Variable {
    pub variable: Arc<solver::Variable>,
    context: Field<Any>,
}

symbolic! {
    Variable {
        #[new]
        #[hstack(signature = (name = "", context = None))]
        fn new(name: &str, context: Option<Handle<Any>>) -> VariableInit {
            VariableInit { variable: Arc::new(solver::Variable::new(name.to_owned())), context }
        }

        /// Get the name of the variable.
        fn name(&self) -> String {
            self.variable.name().clone()
        }

        /// Set the name of the variable.
        #[hstack(name = "setName", signature = (name, /))]
        fn set_name(&self, name: String) {
            *self.variable.name() = name;
        }

        /// Get the context object of the variable.
        fn context(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Any>>> {
            this.find(f, Variable::CONTEXT)
        }

        /// Set the context object of the variable.
        #[hstack(name = "setContext", signature = (context, /))]
        fn set_context(this: Handle<Self>, f: &Frame, context: Handle<Any>) -> Result {
            this.store(f, Variable::CONTEXT, context)
        }

        /// Get the current value of the variable.
        fn value(&self) -> f64 {
            self.variable.value()
        }

        fn __repr__(&self) -> String {
            self.variable.name().clone()
        }
    }
}

impl<'f> Symbolic<'f> for Handle<'f, Variable> {
    type Scaled = Handle<'f, Term>;

    fn sum(self, _: &Frame<'f>) -> Result<Sum<'f>> {
        Ok(Sum { terms: Terms::One(One::Variable(self)), constant: None })
    }

    fn scaled(self, f: &Frame<'f>, factor: f64) -> Result<Handle<'f, Term>> {
        Term::make(f, self, factor)
    }
}
