//! Where the constants of a context come from.

use crate::facts::type_of;
use crate::owned::{self, Owned};
use crate::{capi, symbols};
use core::ffi::c_void;
use hstack_sys::{CONSTANT_CAPACITY, Constant, ConstantKind, Ref};
use std::sync::OnceLock;

/// The C symbol of a constant: a variable that is the object, or for exceptions one that points to
/// it.
fn symbol(constant: Constant, kind: ConstantKind, name: &str) -> Option<String> {
    let special = match constant {
        Constant::None => "_Py_NoneStruct",
        Constant::True => "_Py_TrueStruct",
        Constant::False => "_Py_FalseStruct",
        Constant::NotImplemented => "_Py_NotImplementedStruct",
        Constant::Ellipsis => "_Py_EllipsisObject",
        Constant::Object => "PyBaseObject_Type",
        Constant::Int => "PyLong_Type",
        Constant::Str => "PyUnicode_Type",
        Constant::ByteArray => "PyByteArray_Type",
        Constant::FrozenSet => "PyFrozenSet_Type",
        Constant::MemoryView => "PyMemoryView_Type",
        Constant::BuiltinFunction => "PyCFunction_Type",
        Constant::Capsule => "PyCapsule_Type",
        Constant::MappingProxy => "PyDictProxy_Type",
        Constant::NoneType => return None,
        _ => "",
    };
    if !special.is_empty() {
        return Some(special.into());
    }
    match kind {
        ConstantKind::Exception => Some(format!("PyExc_{name}")),
        _ => {
            let mut letters = name.chars();
            let first = letters.next()?.to_ascii_uppercase();
            Some(format!("Py{first}{}_Type", letters.as_str()))
        }
    }
}

/// The address of each constant's symbol, or 0: looked up once in a process.
fn addresses() -> &'static [usize] {
    static ADDRESSES: OnceLock<Vec<usize>> = OnceLock::new();
    ADDRESSES.get_or_init(|| {
        let address = |&(constant, kind, name): &(Constant, ConstantKind, &str)| {
            symbol(constant, kind, name).map_or(0, |symbol| symbols::find(&symbol) as usize)
        };
        Constant::ALL.iter().map(address).collect()
    })
}

/// The object of a symbol, borrowed.
fn by_symbol(constant: Constant, kind: ConstantKind) -> Option<Ref> {
    let address = addresses()[constant as usize] as *mut c_void;
    if kind == ConstantKind::Exception {
        // SAFETY: it is a variable of the interpreter, which holds a class or null.
        return unsafe { address.cast::<Option<Ref>>().as_ref().copied().flatten() };
    }
    core::ptr::NonNull::new(address.cast()).map(Ref)
}

/// An object that only Python code names, owned.
unsafe fn by_name(constant: Constant, name: &str) -> Option<Ref> {
    let (module, name) = match constant {
        Constant::Function => (c"types", "FunctionType"),
        Constant::BuiltinFunction => (c"types", "BuiltinFunctionType"),
        Constant::Method => (c"types", "MethodType"),
        Constant::MappingProxy => (c"types", "MappingProxyType"),
        Constant::Module => (c"types", "ModuleType"),
        Constant::Capsule => return None,
        _ => (c"builtins", name),
    };
    // SAFETY: the caller is attached; what fails is cleared.
    unsafe {
        let found = Owned::new(capi::PyImport_ImportModule(module.as_ptr())).and_then(|module| {
            let name = Owned::new(crate::raise::text(name))?;
            crate::functions::object::attribute(module.get(), name.get()).ok()?
        });
        if found.is_none() {
            capi::PyErr_Clear();
        }
        found
    }
}

/// Fills the constants with owned references. What this Python does not have stays null.
///
/// # Safety
/// Attached.
pub(crate) unsafe fn fill(constants: &mut [Option<Ref>; CONSTANT_CAPACITY]) -> Option<()> {
    // SAFETY: attached.
    unsafe {
        for &(constant, kind, name) in Constant::ALL {
            constants[constant as usize] = match by_symbol(constant, kind) {
                Some(object) => Some(owned::dup(object)),
                None if constant == Constant::NoneType => {
                    constants[Constant::None as usize].map(|none| owned::dup(type_of(none)))
                }
                None => by_name(constant, name),
            };
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_those_of_the_headers() {
        let of = |wanted: Constant| {
            let all = Constant::ALL.iter().find(|&&(constant, ..)| constant == wanted);
            all.and_then(|&(constant, kind, name)| symbol(constant, kind, name))
        };
        for (constant, expected) in [
            (Constant::None, "_Py_NoneStruct"),
            (Constant::Bool, "PyBool_Type"),
            (Constant::Dict, "PyDict_Type"),
            (Constant::FrozenSet, "PyFrozenSet_Type"),
            (Constant::Property, "PyProperty_Type"),
            (Constant::ValueError, "PyExc_ValueError"),
        ] {
            assert_eq!(of(constant).as_deref(), Some(expected));
        }
        assert_eq!(of(Constant::NoneType), None);
    }
}
