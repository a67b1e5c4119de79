//! What the base of a new type means for where its instances' parts are.

use crate::capi;
use crate::facts::{self, facts};
use crate::layout::{self, Foreign, Plan};
use crate::owned::Owned;
use crate::raise::{catch, raise};
use crate::types::{self, flag};
use crate::{holder, registry, text};
use core::ffi::{CStr, c_int, c_void};
use core::mem::transmute;
use core::ptr::null_mut;
use core::sync::atomic::{AtomicPtr, Ordering};
use hstack_sys::{Ref, TypeDef, slot, type_flags};

/// A number that a type has as an attribute.
unsafe fn number(class: Ref, name: &CStr) -> Option<usize> {
    // SAFETY: the class is alive.
    unsafe {
        let number = Owned::new(capi::PyObject_GetAttrString(class, name.as_ptr()))?;
        crate::functions::int::as_i64(number.get()).map(|number| number as usize)
    }
}

/// The size of a type's instances, and of an item of them.
unsafe fn sizes(class: Ref) -> Option<(usize, usize)> {
    // SAFETY: the class is alive; where the layout of types is known, it has these words.
    unsafe {
        if facts().types {
            return Some((types::read(class, types::BASIC_SIZE), types::read(class, types::ITEM_SIZE)));
        }
        if class == capi::PyBaseObject_Type() {
            return Some((facts().header, 0));
        }
        Some((number(class, c"__basicsize__")?, number(class, c"__itemsize__")?))
    }
}

/// What a base that is neither ours nor `object` does.
unsafe fn foreign(base: Ref) -> Option<Foreign> {
    // SAFETY: the slots have these shapes, and the layout of types is known where it is read.
    unsafe {
        let heap = types::flags(base) & flag::HEAP != 0;
        if !facts().types && !heap && facts().version < (3, 10) {
            raise(
                capi::PyExc_TypeError(),
                format_args!("this Python does not tell how its built-in types work"),
            );
            return None;
        }
        let get = |offset: usize, slot: c_int| {
            if facts().types { types::read::<*mut c_void>(base, offset) } else { types::get(base, slot) }
        };
        Some(Foreign {
            new: transmute::<*mut c_void, Option<layout::NewFn>>(get(types::NEW, slot::TP_NEW)),
            dealloc: transmute::<*mut c_void, Option<layout::DeallocFn>>(get(
                types::DEALLOC,
                slot::TP_DEALLOC,
            )),
            traverse: transmute::<*mut c_void, Option<layout::TraverseFn>>(get(
                types::TRAVERSE,
                slot::TP_TRAVERSE,
            )),
            clear: transmute::<*mut c_void, Option<layout::ClearFn>>(get(types::CLEAR, slot::TP_CLEAR)),
            heap,
            collected: types::flags(base) & flag::GC != 0,
        })
    }
}

/// What types that Python code defines have in a slot, or null.
unsafe fn of_python(which: c_int) -> *mut c_void {
    static FOUND: [AtomicPtr<c_void>; 2] = [const { AtomicPtr::new(null_mut()) }; 2];
    let place = &FOUND[usize::from(which != slot::TP_DEALLOC)];
    // SAFETY: attached; `ModuleSpec` is such a type. What fails is cleared.
    unsafe {
        if place.load(Ordering::Relaxed).is_null() {
            let class =
                Owned::new(capi::PyImport_ImportModule(c"importlib.machinery".as_ptr())).and_then(|module| {
                    Owned::new(capi::PyObject_GetAttrString(module.get(), c"ModuleSpec".as_ptr()))
                });
            match class {
                Some(class) => place.store(types::get(class.get(), which), Ordering::Relaxed),
                None => capi::PyErr_Clear(),
            }
        }
    }
    place.load(Ordering::Relaxed)
}

/// Whether the interpreter looks through the instances of a heap type by itself, those of derived
/// types included.
///
/// # Safety
/// Attached; the type is alive.
pub(crate) unsafe fn is_looked_through(base: Ref) -> bool {
    // SAFETY: as the caller says.
    unsafe { types::get(base, slot::TP_TRAVERSE) == of_python(slot::TP_TRAVERSE) }
}

/// Whether the interpreter frees the instances of a type by itself: Python code defined it, or C code
/// that leaves that to the interpreter. A derived type must inherit how.
unsafe fn is_freed_by_interpreter(base: Ref) -> bool {
    // SAFETY: the class is alive; what fails is cleared.
    unsafe {
        if types::flags(base) & flag::HEAP == 0 {
            return false;
        }
        if capi::PyType_GetModule(base).is_none() {
            capi::PyErr_Clear();
            return true;
        }
        types::get(base, slot::TP_DEALLOC) == of_python(slot::TP_DEALLOC)
    }
}

/// Raises where a type would have a str's length asked for before the str is there, without an end: PyPy 7 does that.
#[inline(never)]
unsafe fn refuse_length(definition: &TypeDef, base: Ref) -> Option<()> {
    let has = |slot| crate::spec::slot_of(definition, slot).is_some();
    let old = |text: &CStr| text.to_bytes().windows(8).any(|word| word == b"[PyPy 7.");
    // SAFETY: the base is alive, the name static.
    unsafe {
        if !(has(slot::MP_LENGTH) || has(slot::SQ_LENGTH))
            || !types::derives(base, capi::PyUnicode_Type())
            || !facts::description().is_some_and(old)
        {
            return Some(());
        }
        let name = CStr::from_ptr(definition.name).to_string_lossy();
        raise(
            capi::PyExc_TypeError(),
            format_args!(
                "'{name}' derives from str, and PyPy 7 asks such a class for a length before an instance is there: remove `__len__`, or use PyPy 8"
            ),
        );
        None
    }
}

/// The plan of a type's layout.
///
/// # Safety
/// Attached; the base is alive and the definition static.
pub(crate) unsafe fn plan(definition: &TypeDef, base: Ref) -> Option<Plan> {
    // SAFETY: the base is alive.
    unsafe {
        let object = capi::PyBaseObject_Type();
        if facts().pypy {
            refuse_length(definition, base)?;
        }
        let (base_size, item) = sizes(base)?;
        let parent = if base == object { None } else { registry::of_type(base) };
        let foreign = match parent {
            Some(parent) => parent.foreign,
            None if base == object => None,
            None => Some(foreign(base)?),
        };
        let is_held = match parent {
            Some(parent) if parent.held.is_some() => true,
            _ => base != object && !registry::is_ours(base) && is_freed_by_interpreter(base),
        };
        if is_held && (item != 0 || facts().pypy) {
            let name = text::class_name(base);
            raise(
                capi::PyExc_TypeError(),
                format_args!("cannot extend '{name}': it was defined by Python code"),
            );
            return None;
        }
        let weak = definition.flags & type_flags::WEAKREF != 0 && !facts().pypy;
        let dict = definition.flags & type_flags::DICT != 0 && !facts().pypy;
        let inherited = |name: &CStr| match number(base, name) {
            Some(offset) => offset != 0,
            None => !catch(capi::PyExc_AttributeError()),
        };
        let finalizes = crate::spec::slot_of(definition, slot::TP_FINALIZE).is_some();
        Some(Plan {
            finalized: !facts().pypy && (finalizes || parent.is_some_and(|parent| parent.finalized)),
            definition,
            base_size,
            item,
            parent,
            foreign,
            held: is_held.then(|| holder::layout(definition)),
            mark: facts().pypy || (foreign.is_some() && !is_held),
            weak: weak && item == 0 && !inherited(c"__weakrefoffset__"),
            dict: dict && item == 0 && !inherited(c"__dictoffset__"),
        })
    }
}
