//! Symbols: the columns of the tableau.

use std::fmt;

/// What a symbol stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A variable: any value.
    External,
    /// What makes an inequality an equality: not negative.
    Slack,
    /// By how much a constraint is missed: not negative, and minimized.
    Error,
    /// The marker of a required equality: always zero, so it never enters the basis.
    Dummy,
}

/// A symbol. The order is that of the numbers: whoever chooses the first of several cannot run in circles
/// (Bland's rule).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Symbol(u32);

impl Symbol {
    /// The symbol of a number and a kind.
    pub fn new(number: u32, kind: Kind) -> Self {
        assert!(number < 1 << 30, "too many symbols");
        Symbol(number << 2 | kind as u32)
    }

    /// Its number.
    pub fn number(self) -> u32 {
        self.0 >> 2
    }

    /// What it stands for.
    pub fn kind(self) -> Kind {
        match self.0 & 3 {
            0 => Kind::External,
            1 => Kind::Slack,
            2 => Kind::Error,
            _ => Kind::Dummy,
        }
    }

    /// Whether its value must not be negative.
    pub fn is_restricted(self) -> bool {
        self.kind() != Kind::External
    }

    /// Whether it may enter the basis for a constraint.
    pub fn is_pivotable(self) -> bool {
        matches!(self.kind(), Kind::Slack | Kind::Error)
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = match self.kind() {
            Kind::External => 'v',
            Kind::Slack => 's',
            Kind::Error => 'e',
            Kind::Dummy => 'd',
        };
        write!(out, "{letter}{}", self.number())
    }
}

impl fmt::Debug for Symbol {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}
