//! Comparisons.

use super::Any;
use crate::convert::ToPy;
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;

/// A comparison, numbered as Python does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(i32)]
pub enum Comparison {
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
        operation: Comparison,
    ) -> Result<Handle<'f, Any>> {
        f.keep(other.lend(f, |other| f.api().compare(self.live(), other, operation as i32)))
    }

    #[inline]
    fn compares(self, f: &Frame<'f>, other: impl ToPy<'f>, operation: Comparison) -> Result<bool> {
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
            (Comparison::Eq, Ordering::Equal),
            (Comparison::Lt, Ordering::Less),
            (Comparison::Gt, Ordering::Greater),
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
                self.compares(f, other, Comparison::$operation)
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
