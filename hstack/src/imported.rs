//! Members of modules, imported once per interpreter.

use crate::error::Result;
use crate::ffi::Live;
use crate::ffi::state::Index;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::Any;

/// A member of a module that is imported once per interpreter, for a static.
/// [`imported!`](crate::imported) makes one in place.
///
/// ```
/// use hstack::prelude::*;
/// use hstack::Imported;
///
/// static ORDERED: Imported = Imported::new("collections", "OrderedDict");
///
/// fn ordered<'f>(f: &Frame<'f>) -> Result<Handle<'f, Dict>> {
///     ORDERED.get(f)?.call(f, ())
/// }
/// ```
pub struct Imported {
    module: &'static str,
    name: &'static str,
    index: Index,
}

impl Imported {
    /// The member `name` of `module`, which may be dotted.
    #[inline]
    pub const fn new(module: &'static str, name: &'static str) -> Self {
        Imported { module, name, index: Index::new() }
    }

    /// The object.
    ///
    /// # Errors
    /// `ImportError` and `AttributeError`, and what running the module raises.
    #[inline]
    pub fn get<'f>(&self, f: &Frame<'f>) -> Result<Handle<'f, Any>> {
        let object = self.live(f)?;
        Ok(f.push(crate::convert::Temp::of(f, object)))
    }

    /// The same for the modules of this crate: takes no slot.
    #[inline]
    pub(crate) fn live<'a>(&self, f: &'a Frame<'_>) -> Result<Live<'a>> {
        f.cached(&self.index, |f| {
            let module = f.api().import(f.api().interned(self.module)?.live())?;
            f.api().get_attr(module.live(), f.api().interned(self.name)?.live())
        })
    }
}

/// An [`Imported`] member in place: `imported!("datetime", "timedelta").get(f)`.
#[macro_export]
macro_rules! imported {
    ($module:literal, $name:literal) => {{
        static IMPORTED: $crate::Imported = $crate::Imported::new($module, $name);
        &IMPORTED
    }};
}
