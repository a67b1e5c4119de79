//! Constraints and what they are made of.

use super::general::General;
use super::variable::Variable;
use super::{is_near_zero, strength};
use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::sync::Arc;

/// A variable and its coefficient.
pub struct Term {
    pub variable: Arc<Variable>,
    pub coefficient: f64,
}

/// A sum of terms and a constant.
pub struct Expression {
    pub terms: Vec<Term>,
    pub constant: f64,
}

/// How an expression compares with zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Relation {
    LessOrEqual,
    GreaterOrEqual,
    Equal,
}

/// An expression that should compare with zero in some way. Constraints are told apart by their address.
pub struct Constraint {
    expression: Arc<Expression>,
    relation: Relation,
    strength: f64,
}

/// Adds up the coefficients of each variable. `key` tells variables apart; they stay in the order in which
/// they come first.
pub fn merge<V, K: Eq + Hash>(terms: &mut Vec<(V, f64)>, key: impl Fn(&V) -> K) {
    /// Up to this many, looking at all of them is quicker than hashing.
    const FEW: usize = 8;
    let many = terms.len() > FEW;
    let mut places = HashMap::new();
    let mut kept = 0;
    for i in 0..terms.len() {
        let own = key(&terms[i].0);
        let place = match many {
            true => *places.entry(own).or_insert(kept),
            false => terms[..kept].iter().position(|other| key(&other.0) == own).unwrap_or(kept),
        };
        if place < kept {
            terms[place].1 += terms[i].1;
        } else {
            terms.swap(kept, i);
            kept += 1;
        }
    }
    terms.truncate(kept);
}

impl Term {
    /// Its value, from that of the variable.
    pub fn value(&self) -> f64 {
        self.coefficient * self.variable.value()
    }
}

impl Expression {
    /// Its value, from those of the variables.
    pub fn value(&self) -> f64 {
        self.terms.iter().fold(self.constant, |sum, term| sum + term.value())
    }
}

impl Constraint {
    /// A constraint. Each variable stands in the expression once.
    pub fn new(expression: Arc<Expression>, relation: Relation, strength: f64) -> Self {
        Constraint { expression, relation, strength: strength::clip(strength) }
    }

    /// The same with another strength.
    pub fn with_strength(&self, strength: f64) -> Self {
        Constraint::new(self.expression.clone(), self.relation, strength)
    }

    /// What is compared with zero.
    pub fn expression(&self) -> &Expression {
        &self.expression
    }

    /// How it compares.
    pub fn relation(&self) -> Relation {
        self.relation
    }

    /// How much it counts.
    pub fn strength(&self) -> f64 {
        self.strength
    }

    /// Whether it must hold.
    pub fn is_required(&self) -> bool {
        self.strength >= strength::REQUIRED
    }

    /// Whether it does not hold for the values that the variables have.
    pub fn is_violated(&self) -> bool {
        let value = self.expression.value();
        match self.relation {
            Relation::LessOrEqual => value > 0.0,
            Relation::GreaterOrEqual => value < 0.0,
            Relation::Equal => !is_near_zero(value),
        }
    }
}

impl Relation {
    /// The relation of this name.
    pub fn named(name: &str) -> Option<Self> {
        [Relation::LessOrEqual, Relation::GreaterOrEqual, Relation::Equal]
            .into_iter()
            .find(|relation| relation.name() == name)
    }

    /// `<=`, `>=` or `==`
    pub fn name(self) -> &'static str {
        match self {
            Relation::LessOrEqual => "<=",
            Relation::GreaterOrEqual => ">=",
            Relation::Equal => "==",
        }
    }
}

/// `2 * x`
impl fmt::Display for Term {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} * {}", General(self.coefficient), self.variable.name())
    }
}

/// `2 * x + 1 * y + 5`
impl fmt::Display for Expression {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for term in &self.terms {
            write!(out, "{term} + ")?;
        }
        write!(out, "{}", General(self.constant))
    }
}

/// `2 * x + 5 <= 0 | strength = 1000`
impl fmt::Display for Constraint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (relation, strength) = (self.relation.name(), General(self.strength));
        write!(out, "{} {relation} 0 | strength = {strength}", self.expression)
    }
}
