//! Where the constants of a context come from.

use crate::facts::type_of;
use crate::owned::{self, Owned};
use crate::symbols::{self, names};
use crate::{capi, raise};
use core::ffi::CStr;
use core::ptr::NonNull;
use hstack_sys::{CONSTANT_CAPACITY, Constant, Ref, for_each_constant};

/// The C symbol of a constant: a variable that is the object, or for exceptions one that points to
/// it.
macro_rules! symbol {
    (None) => {
        "_Py_NoneStruct"
    };
    (True) => {
        "_Py_TrueStruct"
    };
    (False) => {
        "_Py_FalseStruct"
    };
    (NotImplemented) => {
        "_Py_NotImplementedStruct"
    };
    (Ellipsis) => {
        "_Py_EllipsisObject"
    };
    (Object) => {
        "PyBaseObject_Type"
    };
    (Int) => {
        "PyLong_Type"
    };
    (Str) => {
        "PyUnicode_Type"
    };
    (BuiltinFunction) => {
        "PyCFunction_Type"
    };
    (MappingProxy) => {
        "PyDictProxy_Type"
    };
    (NoneType) => {
        ""
    };
    ($name:ident) => {
        concat!("Py", stringify!($name), "_Type")
    };
}

/// The name by which Python code knows it: of `types` when it ends with `Type`, or a built-in one; for
/// exceptions it is that of the symbol.
macro_rules! name {
    (Function $text:literal) => {
        "FunctionType"
    };
    (BuiltinFunction $text:literal) => {
        "BuiltinFunctionType"
    };
    (Method $text:literal) => {
        "MethodType"
    };
    (MappingProxy $text:literal) => {
        "MappingProxyType"
    };
    (Module $text:literal) => {
        "ModuleType"
    };
    (Capsule $text:literal) => {
        ""
    };
    (NoneType $text:literal) => {
        ""
    };
    ($name:ident $text:literal) => {
        $text
    };
}

/// Both of a constant, with a NUL behind each.
macro_rules! both {
    (Exception $name:ident $text:literal) => { concat!("PyExc_", $text, "\0\0") };
    ($kind:ident $name:ident $text:literal) => { concat!(symbol!($name), "\0", name!($name $text), "\0") };
}

macro_rules! all {
    ({} $($index:literal $kind:ident $name:ident $text:literal;)*) => {
        /// Of every constant, in order.
        const ALL: &str = concat!($(both!($kind $name $text),)*);
    };
}
for_each_constant!(all {});

/// What the symbols of exceptions start with.
const EXCEPTION: &[u8] = b"PyExc_";

/// An object that only Python code names, owned.
unsafe fn by_name(name: &[u8]) -> Option<Ref> {
    if name.is_empty() {
        return None;
    }
    let module = if name.ends_with(b"Type") { c"types" } else { c"builtins" };
    // SAFETY: the caller is attached; what fails is cleared.
    unsafe {
        let found = Owned::new(capi::PyImport_ImportModule(module.as_ptr())).and_then(|module| {
            let name = Owned::new(raise::text(core::str::from_utf8_unchecked(name)))?;
            crate::functions::object::attribute(module.get(), name.get()).ok()?
        });
        if found.is_none() {
            capi::PyErr_Clear();
        }
        found
    }
}

/// An owned reference to a constant.
unsafe fn find(symbol: &CStr, name: &CStr) -> Option<Ref> {
    let address = symbols::find(symbol);
    let exception = symbol.to_bytes().strip_prefix(EXCEPTION);
    // SAFETY: the caller is attached. The symbol is an object, or for an exception a variable that
    // holds one or null.
    unsafe {
        let found = match exception {
            Some(_) => address.cast::<Option<Ref>>().as_ref().copied().flatten(),
            None => NonNull::new(address.cast()).map(Ref),
        };
        match found {
            Some(object) => Some(owned::dup(object)),
            None => by_name(exception.unwrap_or(name.to_bytes())),
        }
    }
}

/// Fills the constants with owned references. What this Python does not have stays null.
///
/// # Safety
/// Attached.
pub(crate) unsafe fn fill(constants: &mut [Option<Ref>; CONSTANT_CAPACITY]) {
    let mut names = names(ALL);
    for place in constants.iter_mut() {
        let (Some(symbol), Some(name)) = (names.next(), names.next()) else { break };
        // SAFETY: attached.
        *place = unsafe { find(symbol, name) };
    }
    let none = constants[Constant::None as usize];
    // SAFETY: attached.
    constants[Constant::NoneType as usize] = none.map(|none| unsafe { owned::dup(type_of(none)) });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_those_of_the_headers() {
        let of = |wanted: Constant| names(ALL).nth(2 * wanted as usize);
        for (constant, expected) in [
            (Constant::None, c"_Py_NoneStruct"),
            (Constant::Bool, c"PyBool_Type"),
            (Constant::Dict, c"PyDict_Type"),
            (Constant::FrozenSet, c"PyFrozenSet_Type"),
            (Constant::Property, c"PyProperty_Type"),
            (Constant::ValueError, c"PyExc_ValueError"),
            (Constant::NoneType, c""),
        ] {
            assert_eq!(of(constant), Some(expected));
        }
        assert_eq!(names(ALL).count(), 2 * Constant::ALL.len());
    }
}
