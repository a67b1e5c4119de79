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

/// Names a class of a Python module: `import_class!(module.path, Name)`. Handles can have the type, and
/// classes can extend it, where the interpreter allows that: on PyPy, classes that Python code defines
/// cannot be extended. It is imported once per interpreter, when it is first needed.
///
/// ```
/// use hstack::prelude::*;
///
/// hstack::import_class!(collections, OrderedDict);
///
/// #[hstack::class(extends = OrderedDict)]
/// struct Registry {
///     name: String,
/// }
/// ```
#[macro_export]
macro_rules! import_class {
    ($(#[$meta:meta])* $first:ident $(. $rest:ident)*, $name:ident $(,)?) => {
        $(#[$meta])*
        #[doc = ::core::concat!("The class `", ::core::stringify!($name), "` of the Python module.")]
        pub struct $name;

        // SAFETY: an object passes the check when it is an instance of the class.
        unsafe impl $crate::PyType for $name {
            const NAME: &'static str = ::core::stringify!($name);
            #[inline]
            fn check<'f>(f: &$crate::Frame<'f>, object: $crate::Handle<'f, $crate::types::Any>) -> bool {
                $crate::private::has_base::<Self>(f, object)
            }
        }

        // SAFETY: every object is an `Any`.
        unsafe impl $crate::Derived for $name {
            type Base = $crate::types::Any;
        }

        // SAFETY: the check asks for this class, which no class of this crate is above.
        unsafe impl $crate::Base for $name {
            type Part<'f> = $crate::BaseArgs<'f, $name>;
            const INITIALIZES: bool = true;
            #[inline]
            fn class<'a>(f: &'a $crate::Frame<'_>) -> $crate::Result<$crate::private::Live<'a>> {
                static CLASS: $crate::private::ImportedClass = $crate::private::ImportedClass::new(
                    ::core::concat!(::core::stringify!($first) $(, ".", ::core::stringify!($rest))*),
                    ::core::stringify!($name),
                );
                CLASS.any(f)
            }
        }

        // SAFETY: as above.
        unsafe impl $crate::private::Outer for $name {}
    };
}
