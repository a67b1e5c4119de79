//! The simplex tableau: what each basic symbol is in terms of the parametric ones, and what is minimized.

use super::is_near_zero;
use super::row::{Cell, Row};
use super::symbol::{Kind, Symbol};

/// The tableau, in basic feasible solved form between calls.
#[derive(Default)]
pub struct Tableau {
    rows: Vec<Basic>,
    /// By the number of a symbol: its row, when it is basic.
    places: Vec<Option<u32>>,
    /// Numbers of symbols that are gone.
    free: Vec<u32>,
    /// The sum of the errors.
    objective: Row,
    /// What is minimized instead, while a constraint is added.
    artificial: Option<Row>,
    /// Restricted symbols that may have become negative.
    infeasible: Vec<Symbol>,
    scratch: Vec<Cell>,
}

/// A basic symbol and what it is.
pub struct Basic {
    pub symbol: Symbol,
    pub row: Row,
}

/// What cannot happen in exact arithmetic.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stuck(pub &'static str);

/// The symbols by which a constraint is found in the tableau.
#[derive(Clone, Copy)]
pub struct Tag {
    /// It is in the tableau as long as the constraint.
    pub marker: Symbol,
    /// The other error symbol.
    pub other: Option<Symbol>,
}

impl Tableau {
    /// A new symbol.
    pub fn symbol(&mut self, kind: Kind) -> Symbol {
        let number = self.free.pop().unwrap_or_else(|| {
            self.places.push(None);
            self.places.len() as u32
        });
        Symbol::new(number, kind)
    }

    fn place(&self, symbol: Symbol) -> Option<usize> {
        self.places[symbol.number() as usize - 1].map(|place| place as usize)
    }

    fn set_place(&mut self, symbol: Symbol, place: Option<usize>) {
        self.places[symbol.number() as usize - 1] = place.map(|place| place as u32);
    }

    /// Removes a symbol. Only rounding errors can be left of it.
    fn forget(&mut self, symbol: Symbol) {
        match self.place(symbol) {
            Some(place) => drop(self.remove(place)),
            None => {
                for basic in &mut self.rows {
                    basic.row.take(symbol);
                }
                self.objective.take(symbol);
            }
        }
        self.infeasible.retain(|&other| other != symbol);
        self.free.push(symbol.number());
    }

    /// Removes the symbols of a constraint.
    pub fn forget_tag(&mut self, tag: Tag) {
        self.forget(tag.marker);
        if let Some(other) = tag.other {
            self.forget(other);
        }
    }

    /// What a symbol is, when it is basic.
    pub fn row(&self, symbol: Symbol) -> Option<&Row> {
        self.place(symbol).map(|place| &self.rows[place].row)
    }

    /// `row += coefficient * symbol`, in terms of parametric symbols.
    pub fn add_to(&mut self, row: &mut Row, symbol: Symbol, coefficient: f64) {
        match self.place(symbol) {
            Some(place) => row.add(&self.rows[place].row, coefficient, &mut self.scratch),
            None => row.add_symbol(symbol, coefficient),
        }
    }

    /// Makes an error count more, or less.
    pub fn weigh(&mut self, error: Symbol, weight: f64) {
        let mut objective = std::mem::take(&mut self.objective);
        self.add_to(&mut objective, error, weight);
        self.objective = objective;
    }

    fn insert(&mut self, symbol: Symbol, row: Row) {
        self.set_place(symbol, Some(self.rows.len()));
        self.rows.push(Basic { symbol, row });
    }

    fn remove(&mut self, place: usize) -> Basic {
        let removed = self.rows.swap_remove(place);
        self.set_place(removed.symbol, None);
        if let Some(moved) = self.rows.get(place) {
            self.set_place(moved.symbol, Some(place));
        }
        removed
    }

    /// Makes a parametric symbol basic: `symbol = row`.
    pub fn define(&mut self, symbol: Symbol, row: Row) {
        self.substitute(symbol, &row);
        self.insert(symbol, row);
    }

    /// Adds a row that has no symbol which could be basic, by minimizing an artificial one; says whether
    /// that is possible. If it is not, nothing is left of the row.
    pub fn add_with_artificial(&mut self, row: Row, marker: Symbol) -> bool {
        let artificial = self.symbol(Kind::Slack);
        self.artificial = Some(row.clone());
        self.insert(artificial, row);
        self.optimize();
        let rest = self.artificial.take().map_or(0.0, |row| row.constant);
        let mut possible = is_near_zero(rest);
        if let Some(place) = self.place(artificial)
            && possible
        {
            // It is zero, so that anything may stand in its place.
            let row = &self.rows[place].row;
            let pivotable = row.cells().iter().map(|cell| cell.0).find(|symbol| symbol.is_pivotable());
            match pivotable.or_else(|| Some(marker).filter(|&marker| row.coefficient(marker) != 0.0)) {
                Some(entering) => self.pivot(place, entering),
                None => possible = row.cells().is_empty(),
            }
        }
        self.forget(artificial);
        possible
    }

    /// Takes the row of a constraint away.
    pub fn drop_row(&mut self, marker: Symbol) -> Result<(), Stuck> {
        if self.place(marker).is_none() {
            let place = self.row_to_leave_for(marker).ok_or(Stuck("a constraint has no row"))?;
            self.pivot(place, marker);
        }
        self.place(marker).map(|place| self.remove(place));
        Ok(())
    }

    /// Adds to what an error symbol and its opposite are measured from.
    pub fn shift(&mut self, tag: Tag, delta: f64) {
        if let Some(place) = self.place(tag.marker) {
            self.add_constant(place, -delta);
        } else if let Some(place) = tag.other.and_then(|other| self.place(other)) {
            self.add_constant(place, delta);
        } else {
            for place in 0..self.rows.len() {
                let coefficient = self.rows[place].row.coefficient(tag.marker);
                if coefficient != 0.0 {
                    self.add_constant(place, delta * coefficient);
                }
            }
        }
    }

    fn add_constant(&mut self, place: usize, delta: f64) {
        let basic = &mut self.rows[place];
        basic.row.constant += delta;
        if basic.is_infeasible() {
            self.infeasible.push(basic.symbol);
        }
    }

    /// Replaces a symbol by what it is, everywhere.
    fn substitute(&mut self, symbol: Symbol, definition: &Row) {
        for basic in &mut self.rows {
            if basic.row.substitute(symbol, definition, &mut self.scratch) && basic.is_infeasible() {
                self.infeasible.push(basic.symbol);
            }
        }
        for objective in [Some(&mut self.objective), self.artificial.as_mut()].into_iter().flatten() {
            objective.substitute(symbol, definition, &mut self.scratch);
        }
    }

    /// Makes `entering` basic instead of the symbol of a row.
    fn pivot(&mut self, place: usize, entering: Symbol) {
        let Basic { symbol: leaving, mut row } = self.remove(place);
        row.exchange(leaving, entering);
        self.define(entering, row);
    }

    /// Minimizes the objective, from a feasible tableau.
    pub fn optimize(&mut self) {
        loop {
            let objective = self.artificial.as_mut().unwrap_or(&mut self.objective);
            let falling = |cell: &&Cell| cell.1 < 0.0 && cell.0.kind() != Kind::Dummy;
            let Some(&(entering, _)) = objective.cells().iter().find(falling) else { return };
            match row_that_limits(&self.rows, entering) {
                Some(place) => self.pivot(place, entering),
                // A sum of errors does not fall for ever: this is what rounding left of a zero.
                None => drop(objective.take(entering)),
            }
        }
    }

    /// Makes the tableau feasible again, and keeps it optimal.
    pub fn optimize_dual(&mut self) -> Result<(), Stuck> {
        while let Some(leaving) = self.infeasible.pop() {
            let Some(place) = self.place(leaving) else { continue };
            let row = &self.rows[place].row;
            if row.constant >= 0.0 || is_near_zero(row.constant) {
                continue;
            }
            let rising = |cell: &&Cell| cell.1 > 0.0 && cell.0.kind() != Kind::Dummy;
            let price = |cell: &Cell| (self.objective.coefficient(cell.0) / cell.1, cell.0);
            let entering = row.cells().iter().filter(rising).map(price).min_by(by_ratio);
            self.pivot(place, entering.ok_or(Stuck("the constraints cannot be satisfied any more"))?.1);
        }
        Ok(())
    }

    /// The row that a marker takes over when its constraint is removed: so that the tableau stays
    /// feasible, if possible.
    fn row_to_leave_for(&self, marker: Symbol) -> Option<usize> {
        let rows = self.rows.iter().enumerate().filter_map(|(place, basic)| {
            let coefficient =
                Some(basic.row.coefficient(marker)).filter(|&coefficient| coefficient != 0.0)?;
            let rank = match basic.symbol.is_restricted() {
                true if coefficient < 0.0 => 0,
                true => 1,
                false => 2,
            };
            Some((rank, (basic.row.constant / coefficient.abs(), basic.symbol), place))
        });
        rows.min_by(|a, b| a.0.cmp(&b.0).then(by_ratio(&a.1, &b.1))).map(|row| row.2)
    }

    /// All rows, by their symbols.
    pub fn rows(&self) -> Vec<&Basic> {
        let mut rows: Vec<_> = self.rows.iter().collect();
        rows.sort_by_key(|basic| basic.symbol);
        rows
    }

    /// What is minimized.
    pub fn objective(&self) -> &Row {
        &self.objective
    }

    /// Symbols that may be negative.
    pub fn infeasible(&self) -> &[Symbol] {
        &self.infeasible
    }
}

impl Basic {
    fn is_infeasible(&self) -> bool {
        self.row.constant < 0.0 && self.symbol.is_restricted()
    }
}

/// Of the same ratio, the first symbol.
fn by_ratio(a: &(f64, Symbol), b: &(f64, Symbol)) -> std::cmp::Ordering {
    a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
}

/// The row of the restricted symbol that becomes zero first when a symbol grows.
fn row_that_limits(rows: &[Basic], entering: Symbol) -> Option<usize> {
    let limits = rows.iter().enumerate().filter_map(|(place, basic)| {
        let falls = || Some(basic.row.coefficient(entering)).filter(|&coefficient| coefficient < 0.0);
        let coefficient = basic.symbol.is_restricted().then(falls).flatten()?;
        Some((-basic.row.constant / coefficient, basic.symbol, place))
    });
    limits.min_by(|a, b| by_ratio(&(a.0, a.1), &(b.0, b.1))).map(|limit| limit.2)
}
