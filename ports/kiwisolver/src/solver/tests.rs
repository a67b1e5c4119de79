//! The solver as a whole.

use super::*;
use std::sync::Arc;

fn variables<const N: usize>() -> [Arc<Variable>; N] {
    std::array::from_fn(|i| Arc::new(Variable::new(format!("x{i}"))))
}

/// `terms + constant relation 0`
fn constraint(
    terms: &[(&Arc<Variable>, f64)],
    constant: f64,
    relation: Relation,
    strength: f64,
) -> Arc<Constraint> {
    let terms = terms.iter().map(|&(v, coefficient)| Term { variable: v.clone(), coefficient }).collect();
    Arc::new(Constraint::new(Arc::new(Expression { terms, constant }), relation, strength))
}

use Relation::{Equal as EQ, GreaterOrEqual as GE, LessOrEqual as LE};
use strength::{MEDIUM, REQUIRED, STRONG, WEAK};

#[test]
fn equations() {
    let [x, y] = variables();
    let mut solver = Solver::default();
    solver.add_constraint(&constraint(&[(&x, 1.0), (&y, 1.0)], -10.0, EQ, REQUIRED)).unwrap();
    solver.add_constraint(&constraint(&[(&x, 1.0), (&y, -1.0)], -2.0, EQ, REQUIRED)).unwrap();
    solver.update_variables();
    assert_eq!((x.value(), y.value()), (6.0, 4.0));
    // Redundant, and contradictory.
    let twice = constraint(&[(&x, 2.0)], -12.0, EQ, REQUIRED);
    solver.add_constraint(&twice).unwrap();
    assert_eq!(solver.add_constraint(&twice), Err(Error::Duplicate));
    assert_eq!(
        solver.add_constraint(&constraint(&[(&x, 1.0)], -7.0, EQ, REQUIRED)),
        Err(Error::Unsatisfiable)
    );
    solver.remove_constraint(&twice).unwrap();
    assert_eq!(solver.remove_constraint(&twice), Err(Error::Unknown));
    solver.update_variables();
    assert_eq!((x.value(), y.value()), (6.0, 4.0));
}

#[test]
fn the_stronger_wins() {
    for (strong, weak) in [(STRONG, MEDIUM), (MEDIUM, WEAK), (2.0 * WEAK, WEAK)] {
        for relation in [EQ, GE] {
            let [x] = variables();
            let mut solver = Solver::default();
            solver.add_constraint(&constraint(&[(&x, 1.0)], -1.0, EQ, strong)).unwrap();
            let wish = constraint(&[(&x, 1.0)], -2.0, relation, weak);
            solver.add_constraint(&wish).unwrap();
            solver.update_variables();
            assert_eq!(x.value(), 1.0);
            assert!(wish.is_violated());
        }
    }
}

/// A constraint that is refused leaves nothing behind.
#[test]
fn refused_constraints_leave_no_trace() {
    let [x, y] = variables();
    let mut solver = Solver::default();
    solver.add_edit_variable(&y, STRONG).unwrap();
    solver.add_constraint(&constraint(&[(&x, 1.0), (&y, 1.0)], 0.0, EQ, REQUIRED)).unwrap();
    solver.add_constraint(&constraint(&[(&y, 1.0)], 1.0, LE, REQUIRED)).unwrap();
    solver.add_constraint(&constraint(&[(&y, 1.0)], 0.0, GE, WEAK)).unwrap();
    let before = solver.dump();
    for _ in 0..3 {
        let impossible = constraint(&[(&y, 1.0)], -1.0, GE, REQUIRED);
        assert_eq!(solver.add_constraint(&impossible), Err(Error::Unsatisfiable));
        assert!(!solver.has_constraint(&impossible));
        assert_eq!(solver.dump(), before);
    }
    solver.suggest_value(&y, -5.0).unwrap();
    solver.update_variables();
    assert_eq!((x.value(), y.value()), (5.0, -5.0));
}

/// The example of the paper: a point in the middle of two.
#[test]
fn midpoint() {
    let [left, middle, right] = variables();
    let mut solver = Solver::default();
    solver
        .add_constraint(&constraint(&[(&middle, 2.0), (&left, -1.0), (&right, -1.0)], 0.0, EQ, REQUIRED))
        .unwrap();
    solver.add_constraint(&constraint(&[(&left, 1.0), (&right, -1.0)], 10.0, LE, REQUIRED)).unwrap();
    solver.add_constraint(&constraint(&[(&left, 1.0)], 10.0, GE, REQUIRED)).unwrap();
    solver.add_constraint(&constraint(&[(&right, 1.0)], -100.0, LE, REQUIRED)).unwrap();
    solver.add_edit_variable(&middle, STRONG).unwrap();
    for (wanted, found) in [(45.0, 45.0), (90.0, 90.0), (96.0, 95.0), (-20.0, -5.0), (0.0, 0.0)] {
        solver.suggest_value(&middle, wanted).unwrap();
        solver.update_variables();
        assert_eq!(middle.value(), found);
        assert_eq!(left.value() + right.value(), 2.0 * found);
    }
}

#[test]
fn edit_variables() {
    let [x] = variables();
    let mut solver = Solver::default();
    assert_eq!(solver.add_edit_variable(&x, REQUIRED), Err(Error::Required));
    assert_eq!(solver.suggest_value(&x, 1.0), Err(Error::Unknown));
    for round in 0..3 {
        solver.add_edit_variable(&x, STRONG).unwrap();
        assert_eq!(solver.add_edit_variable(&x, WEAK), Err(Error::Duplicate));
        solver.suggest_value(&x, f64::from(round)).unwrap();
        solver.update_variables();
        assert_eq!(x.value(), f64::from(round));
        solver.remove_edit_variable(&x).unwrap();
        assert_eq!(solver.remove_edit_variable(&x), Err(Error::Unknown));
    }
}

#[test]
fn terms_of_one_variable_become_one() {
    fn merged<V: Copy + Eq + std::hash::Hash>(mut terms: Vec<(V, f64)>) -> Vec<(V, f64)> {
        merge(&mut terms, |variable| *variable);
        terms
    }
    assert_eq!(merged(vec![("a", 1.0), ("b", 2.0), ("a", 3.0)]), [("a", 4.0), ("b", 2.0)]);
    assert_eq!(
        merged(vec![("a", 1.0), ("a", 2.0), ("b", 3.0), ("c", 4.0)]),
        [("a", 3.0), ("b", 3.0), ("c", 4.0)]
    );
    let many = (0..100).map(|i| (i % 10, 1.0)).collect();
    assert_eq!(merged(many), (0..10).map(|i| (i, 10.0)).collect::<Vec<_>>());
    let different = (0..20).map(|i| (i, 1.0)).collect::<Vec<_>>();
    assert_eq!(merged(different.clone()), different);
}

/// Numbers without a pattern.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit as u64) as usize
    }

    fn number(&mut self) -> f64 {
        self.below(21) as f64 - 10.0
    }
}

/// Constraints come and go in any order. What is required holds, and what the solver has found is what a
/// new solver finds: for the sum of the errors, because several values may be as good.
#[test]
fn any_order_of_changes() {
    for seed in 0..300 {
        let mut random = Random(seed);
        let x: [_; 6] = variables();
        let mut solver = Solver::default();
        let mut present: Vec<Arc<Constraint>> = Vec::new();
        for _ in 0..60 {
            if random.below(3) == 0 && !present.is_empty() {
                let gone = present.swap_remove(random.below(present.len()));
                solver.remove_constraint(&gone).unwrap();
            } else {
                let first = random.below(x.len());
                let second = (first + 1 + random.below(x.len() - 1)) % x.len();
                let terms = [(&x[first], random.number()), (&x[second], random.number())];
                let strength = [REQUIRED, STRONG, MEDIUM, WEAK][random.below(4)];
                let new = constraint(&terms, random.number(), [EQ, GE, LE][random.below(3)], strength);
                match solver.add_constraint(&new) {
                    Ok(()) => present.push(new),
                    Err(error) => assert_eq!((error, new.is_required()), (Error::Unsatisfiable, true)),
                }
            }
            solver.update_variables();
            for required in present.iter().filter(|constraint| constraint.is_required()) {
                assert!(miss(required) < 1e-5, "{required} in {}", solver.dump());
            }
        }
        let found = errors(&present);
        let mut fresh = Solver::default();
        for constraint in &present {
            fresh.add_constraint(constraint).unwrap();
        }
        fresh.update_variables();
        let expected = errors(&present);
        assert!((found - expected).abs() <= 1e-5 * expected.max(1.0), "{found} {expected}, seed {seed}");
    }
}

/// By how much a constraint does not hold.
fn miss(constraint: &Constraint) -> f64 {
    let value = constraint.expression().value();
    match constraint.relation() {
        LE => value.max(0.0),
        GE => (-value).max(0.0),
        EQ => value.abs(),
    }
}

fn errors(constraints: &[Arc<Constraint>]) -> f64 {
    let wishes = constraints.iter().filter(|constraint| !constraint.is_required());
    wishes.map(|constraint| constraint.strength() * miss(constraint)).sum()
}
