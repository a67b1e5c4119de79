//! Comparisons.

use super::Any;
use crate::convert::ToPy;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;

/// A comparison, numbered as Python does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(i32)]
pub enum CompareOp {
    /// `<`
    Lt = 0,
    /// `<=`
    Le = 1,
    /// `==`
    Eq = 2,
    /// `!=`
    Ne = 3,
    /// `>`
    Gt = 4,
    /// `>=`
    Ge = 5,
}

impl CompareOp {
    /// Whether the comparison holds for values in this order.
    ///
    /// ```
    /// use hstack::types::CompareOp;
    ///
    /// assert!(CompareOp::Le.matches(1.cmp(&2)));
    /// assert!(!CompareOp::Ne.matches(1.cmp(&1)));
    /// ```
    #[inline]
    pub fn matches(self, order: std::cmp::Ordering) -> bool {
        match self {
            CompareOp::Lt => order.is_lt(),
            CompareOp::Le => order.is_le(),
            CompareOp::Eq => order.is_eq(),
            CompareOp::Ne => order.is_ne(),
            CompareOp::Gt => order.is_gt(),
            CompareOp::Ge => order.is_ge(),
        }
    }

    /// The special method.
    pub(crate) fn method(self) -> &'static str {
        match self {
            CompareOp::Lt => "__lt__",
            CompareOp::Le => "__le__",
            CompareOp::Eq => "__eq__",
            CompareOp::Ne => "__ne__",
            CompareOp::Gt => "__gt__",
            CompareOp::Ge => "__ge__",
        }
    }

    /// From Python's number for it.
    #[inline(always)]
    pub(crate) fn from_number(number: core::ffi::c_int) -> CompareOp {
        match number {
            0 => CompareOp::Lt,
            1 => CompareOp::Le,
            2 => CompareOp::Eq,
            3 => CompareOp::Ne,
            4 => CompareOp::Gt,
            _ => CompareOp::Ge,
        }
    }
}

impl<'f> Handle<'f, Any> {
    /// A comparison, whose result may be any object.
    ///
    /// # Errors
    /// What the comparison raises.
    #[inline]
    pub fn rich_compare(
        self,
        f: &Frame<'f>,
        other: impl ToPy<'f>,
        operation: CompareOp,
    ) -> Result<Handle<'f, Any>> {
        f.keep(other.lend(f, |other| f.api().compare(self.live(), other, operation as i32)))
    }

    #[inline]
    fn compares(self, f: &Frame<'f>, other: impl ToPy<'f>, operation: CompareOp) -> Result<bool> {
        let result = other.lend(f, |other| f.api().compare(self.live(), other, operation as i32))?;
        f.api().is_true(result.live())
    }

    /// How two objects are ordered.
    ///
    /// # Errors
    /// `TypeError` when they are neither equal nor ordered, and what the comparisons raise.
    #[inline]
    pub fn compare(self, f: &Frame<'f>, other: Handle<'f, Any>) -> Result<std::cmp::Ordering> {
        use std::cmp::Ordering;
        for (operation, order) in [
            (CompareOp::Eq, Ordering::Equal),
            (CompareOp::Lt, Ordering::Less),
            (CompareOp::Gt, Ordering::Greater),
        ] {
            if self.compares(f, other, operation)? {
                return Ok(order);
            }
        }
        Err(crate::exceptions::TypeError::new_err("these objects are neither equal nor ordered"))
    }
}

macro_rules! comparisons {
    ($($(#[$meta:meta])* $name:ident = $operation:ident;)*) => {
        impl<'f> Handle<'f, Any> { $(
            $(#[$meta])*
            ///
            /// # Errors
            /// What the comparison raises.
            pub fn $name(self, f: &Frame<'f>, other: impl ToPy<'f>) -> Result<bool> {
                self.compares(f, other, CompareOp::$operation)
            }
        )* }
    };
}
comparisons! {
    /// `self < other`
    lt = Lt;
    /// `self <= other`
    le = Le;
    /// `self == other`
    eq = Eq;
    /// `self != other`
    ne = Ne;
    /// `self > other`
    gt = Gt;
    /// `self >= other`
    ge = Ge;
}
