//! Rows of the tableau: a constant and the coefficients of symbols.

use super::is_near_zero;
use super::symbol::Symbol;

/// A symbol and its coefficient.
pub type Cell = (Symbol, f64);

/// A linear expression. The cells are sorted, and none is zero.
#[derive(Clone, Default, Debug, PartialEq)]
pub struct Row {
    pub constant: f64,
    cells: Vec<Cell>,
}

impl Row {
    /// A constant.
    pub fn new(constant: f64) -> Self {
        Row { constant, cells: Vec::new() }
    }

    /// The cells, in the order of their symbols.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    fn find(&self, symbol: Symbol) -> Result<usize, usize> {
        self.cells.binary_search_by_key(&symbol, |cell| cell.0)
    }

    /// The coefficient of a symbol; 0 when it is not there.
    pub fn coefficient(&self, symbol: Symbol) -> f64 {
        self.find(symbol).map_or(0.0, |i| self.cells[i].1)
    }

    /// `self += coefficient * symbol`
    pub fn add_symbol(&mut self, symbol: Symbol, coefficient: f64) {
        match self.find(symbol) {
            Ok(i) => {
                self.cells[i].1 += coefficient;
                if is_near_zero(self.cells[i].1) {
                    self.cells.remove(i);
                }
            }
            Err(i) if !is_near_zero(coefficient) => self.cells.insert(i, (symbol, coefficient)),
            Err(_) => {}
        }
    }

    /// `self += factor * other`. What is built in `scratch` becomes the cells, and the other way round.
    pub fn add(&mut self, other: &Row, factor: f64, scratch: &mut Vec<Cell>) {
        self.constant += other.constant * factor;
        self.merge(&other.cells, factor, None, scratch);
    }

    /// Takes a symbol away, and returns its coefficient.
    pub fn take(&mut self, symbol: Symbol) -> Option<f64> {
        self.find(symbol).ok().map(|i| self.cells.remove(i).1)
    }

    /// Replaces a symbol by what it is; says whether it was there.
    pub fn substitute(&mut self, symbol: Symbol, definition: &Row, scratch: &mut Vec<Cell>) -> bool {
        let Ok(i) = self.find(symbol) else { return false };
        let factor = self.cells[i].1;
        self.constant += definition.constant * factor;
        self.merge(&definition.cells, factor, Some(symbol), scratch);
        true
    }

    /// Merges the sorted cells of two rows; leaves `without` out.
    fn merge(&mut self, others: &[Cell], factor: f64, without: Option<Symbol>, scratch: &mut Vec<Cell>) {
        scratch.clear();
        scratch.reserve(self.cells.len() + others.len());
        let mut own = self.cells.iter().copied().filter(|cell| Some(cell.0) != without).peekable();
        for &(symbol, coefficient) in others {
            let mut coefficient = coefficient * factor;
            while let Some(cell) = own.next_if(|cell| cell.0 < symbol) {
                scratch.push(cell);
            }
            if let Some(cell) = own.next_if(|cell| cell.0 == symbol) {
                coefficient += cell.1;
            }
            if !is_near_zero(coefficient) {
                scratch.push((symbol, coefficient));
            }
        }
        scratch.extend(own);
        std::mem::swap(&mut self.cells, scratch);
    }

    /// `self *= factor`
    pub fn scale(&mut self, factor: f64) {
        self.constant *= factor;
        for cell in &mut self.cells {
            cell.1 *= factor;
        }
    }

    /// Makes `0 = self` into `symbol = self`. The symbol is there.
    pub fn solve_for(&mut self, symbol: Symbol) {
        let coefficient = self.take(symbol).expect("a row is solved for one of its symbols");
        self.scale(-1.0 / coefficient);
    }

    /// Makes `old = self` into `new = self`.
    pub fn exchange(&mut self, old: Symbol, new: Symbol) {
        self.add_symbol(old, -1.0);
        self.solve_for(new);
    }
}
