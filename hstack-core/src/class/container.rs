//! Fields with many references: what they are made from, and pickled as.

use super::{Class, Key};
use crate::convert::Temp;
use crate::error::Result;
use crate::ffi::Place;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::Any;

/// A field with many references.
#[doc(hidden)]
pub trait Container {
    /// What it holds at first.
    type Items<'f>: Default;
    /// Fills that of a new object.
    fn fill<'f>(f: &Frame<'f>, place: Place<'_>, items: Self::Items<'f>) -> Result;
    /// What it is pickled as.
    fn save<'a, 'f>(f: &'a Frame<'f>, place: Place<'_>) -> Result<Temp<'a, 'f>>;
    /// Adds what was pickled.
    fn load<'f>(f: &Frame<'f>, place: Place<'_>, saved: Handle<'f, Any>) -> Result;
}

impl<'f, C: Class> Handle<'f, C> {
    /// Where the field is.
    #[inline(always)]
    pub(crate) fn place<F>(self, key: Key<C, F>) -> Place<'f> {
        Place { owner: self.live(), definition: &C::definition().type_def, index: key.index }
    }
}
