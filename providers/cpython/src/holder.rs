//! Payloads on bases that Python code defined.
//!
//! Such a base has a `__dict__`, `__slots__`, a finalizer, which the interpreter alone can take care of,
//! with slots of its own that a derived type has to inherit. So an instance gets one hidden `__slots__`
//! member more, which the interpreter treats like any other, and which refers to a holder: a plain
//! object of ours with the fields and the payload. The member's descriptor is taken away, so that
//! Python code cannot reach it.

use crate::facts::{facts, type_of};
use crate::guard::guarded;
use crate::layout::{Foreign, Layout, Plan, compute};
use crate::methods::{MethodDef, TUPLE_KEYWORDS};
use crate::owned::{self, Owned};
use crate::raise::raise;
use crate::spec::{self, Slot};
use crate::types::{self, flag};
use crate::{base, capi, instance, registry};
use core::ffi::{CStr, c_int, c_void};
use core::ptr::null_mut;
use hstack_sys::{Ref, TypeDef, VisitFn, slot};
use std::ffi::CString;

/// The name of the hidden member.
pub(crate) const MEMBER: &CStr = c"__hstack_holder__";

/// The layout of the holder of a definition's instances: the layout's own address, then the fields
/// and the payload.
///
/// # Safety
/// The definition is alive.
pub(crate) unsafe fn layout(definition: &TypeDef) -> &'static Layout {
    let plan = Plan {
        definition,
        base_size: facts().header + size_of::<usize>(),
        item: 0,
        parent: None,
        foreign: None,
        held: None,
        mark: false,
        weak: false,
        finalized: false,
        dict: false,
    };
    // SAFETY: as the caller says.
    Box::leak(Box::new(unsafe { compute(&plan) }))
}

/// Where a holder keeps the address of its layout.
unsafe fn own_layout(holder: Ref) -> *mut &'static Layout {
    // SAFETY: it follows the header.
    unsafe { holder.0.as_ptr().cast::<u8>().add(facts().header).cast() }
}

unsafe extern "C-unwind" fn dealloc(holder: Ref) {
    // SAFETY: the interpreter calls this attached, once, for a holder.
    guarded(|| unsafe { instance::free_in_turn(holder, *own_layout(holder)) })
}

unsafe extern "C-unwind" fn traverse(holder: Ref, visit: VisitFn, argument: *mut c_void) -> c_int {
    // SAFETY: the collector calls this with a holder, which has its layout before it is tracked.
    guarded(|| unsafe {
        match own_layout(holder).cast::<Option<&'static Layout>>().read() {
            Some(layout) => instance::traverse(holder, layout, visit, argument),
            None => 0,
        }
    })
}

unsafe extern "C-unwind" fn clear(holder: Ref) -> c_int {
    // SAFETY: the collector calls this with a holder.
    guarded(|| unsafe { instance::clear(holder, *own_layout(holder)) });
    0
}

/// Reports the holders and dicts of an instance whose base does not let the interpreter do that.
unsafe extern "C-unwind" fn traverse_owner(object: Ref, visit: VisitFn, argument: *mut c_void) -> c_int {
    // SAFETY: the collector calls this with an instance of a type that got it from `add_slots`.
    guarded(|| unsafe {
        let class = type_of(object);
        let mut foreign = None;
        for layout in core::iter::successors(registry::of_type(class), |layout| layout.parent) {
            foreign = layout.foreign;
            let dict = if layout.dict == 0 { None } else { *Layout::word_of(object, layout.dict) };
            let holder = layout.held.and_then(|_| *layout.field_of(object, 0));
            for reference in [holder, dict].into_iter().flatten() {
                let stop = visit(reference, argument);
                if stop != 0 {
                    return stop;
                }
            }
        }
        match foreign {
            Some(Foreign { traverse: Some(traverse), heap: true, .. }) => traverse(object, visit, argument),
            Some(Foreign { traverse: Some(traverse), .. }) => match traverse(object, visit, argument) {
                0 => visit(class, argument),
                stop => stop,
            },
            _ => visit(class, argument),
        }
    })
}

/// Closes them.
unsafe extern "C-unwind" fn clear_owner(object: Ref) -> c_int {
    // SAFETY: as for `traverse_owner`; what is closed may run Python code, so it is taken first.
    guarded(|| unsafe {
        let mut foreign = None;
        for layout in core::iter::successors(registry::of_type(type_of(object)), |layout| layout.parent) {
            foreign = layout.foreign;
            if layout.held.is_some() {
                drop(Owned::new(core::mem::take(&mut *layout.field_of(object, 0))));
            }
            if layout.dict != 0 {
                drop(Owned::new(core::mem::take(&mut *Layout::word_of(object, layout.dict))));
            }
        }
        match foreign {
            Some(Foreign { clear: Some(clear), .. }) => clear(object),
            _ => 0,
        }
    })
}

/// Adds what a type with holders needs where it cannot inherit it from its base.
///
/// # Safety
/// Attached; the base is alive.
pub(crate) unsafe fn add_slots(base: Ref, slots: &mut Vec<Slot>) {
    // SAFETY: as the caller says.
    if unsafe { !base::is_looked_through(base) } {
        let entry = |slot, entry: *const ()| Slot { slot, value: entry.cast_mut().cast() };
        slots.push(entry(slot::TP_TRAVERSE, traverse_owner as *const ()));
        slots.push(entry(slot::TP_CLEAR, clear_owner as *const ()));
    }
}

/// The attribute of a class that has the type of its holders, and its base.
fn key(layout: &Layout) -> CString {
    CString::new(format!("__hstack_{:x}__", layout.definition as usize)).unwrap_or_default()
}

/// The type of a class's holders, and its base: borrowed from what is returned first.
unsafe fn parts(class: Ref, layout: &Layout) -> Option<(Owned, Ref, Ref)> {
    // SAFETY: the class is one that `prepare` prepared, or derived from it.
    unsafe {
        let both = Owned::new(capi::PyObject_GetAttrString(class, key(layout).as_ptr()))?;
        let (holders, base) = (capi::PyTuple_GetItem(both.get(), 0)?, capi::PyTuple_GetItem(both.get(), 1)?);
        Some((both, holders, base))
    }
}

static NEW: MethodDef = MethodDef {
    name: c"__new__".as_ptr(),
    entry: new as *const () as *const c_void,
    flags: TUPLE_KEYWORDS,
    doc: core::ptr::null(),
};

/// `__new__` of such a class: a function in its namespace, not a slot, because the `__new__` of a base
/// refuses to make an instance of a class with a constructor slot of its own.
unsafe extern "C-unwind" fn new(class: Ref, arguments: Ref, keywords: Option<Ref>) -> Option<Ref> {
    // SAFETY: the interpreter calls this for the function that `prepare` made, whose self is the class.
    guarded(|| unsafe {
        let wanted =
            if capi::PyTuple_Size(arguments).0 > 0 { capi::PyTuple_GetItem(arguments, 0) } else { None };
        let Some(wanted) =
            wanted.filter(|&wanted| types::is(wanted, flag::TYPE) && types::derives(wanted, class))
        else {
            let name = crate::text::class_name(class);
            raise(
                capi::PyExc_TypeError(),
                format_args!("{name}.__new__(): the first argument must be {name} or derived from it"),
            );
            return None;
        };
        let definition = &*registry::of_type(class)?.definition;
        let Some(entry) = spec::slot_of(definition, slot::TP_NEW) else {
            return spec::refuse(wanted, arguments, keywords);
        };
        let rest = Owned::new(capi::PyTuple_GetSlice(arguments, 1, isize::MAX))?;
        let entry: unsafe extern "C" fn(Ref, Ref, Option<Ref>) -> Option<Ref> = core::mem::transmute(entry);
        entry(wanted, rest.get(), keywords)
    })
}

/// Gives a new class the type of its holders, and its `__new__`.
///
/// # Safety
/// Attached; `class` was made with this layout.
pub(crate) unsafe fn prepare(
    class: Ref,
    base: Ref,
    layout: &'static Layout,
    held: &Layout,
    module: Ref,
) -> Option<()> {
    // SAFETY: as the caller says.
    unsafe {
        let entry = |slot, entry: *const ()| Slot { slot, value: entry.cast_mut().cast() };
        let mut slots = [
            entry(slot::TP_DEALLOC, dealloc as *const ()),
            entry(slot::TP_TRAVERSE, traverse as *const ()),
            entry(slot::TP_CLEAR, clear as *const ()),
            entry(slot::TP_NEW, spec::refuse as *const ()),
            Slot { slot: 0, value: null_mut() },
        ];
        let holders = spec::from_slots(
            c"hstack.holder".as_ptr(),
            held.size,
            flag::DEFAULT | flag::GC,
            &mut slots,
            module,
            capi::PyBaseObject_Type(),
        )?;
        let both = Owned::new(capi::PyTuple_New(2))?;
        for (index, part) in [(0, holders.get()), (1, base)] {
            if capi::PyTuple_SetItem(both.get(), index, Some(owned::dup(part))) < 0 {
                return None;
            }
        }
        let method: *const MethodDef = &NEW;
        let new = Owned::new(capi::PyCMethod_New(method.cast_mut().cast(), Some(class), None, None))?;
        let key = key(layout);
        let set = |name: &CStr, value| capi::PyObject_SetAttrString(class, name.as_ptr(), value).0 >= 0;
        (set(MEMBER, None) && set(&key, Some(both.get())) && set(c"__new__", Some(new.get()))).then_some(())
    }
}

/// An instance without a holder, made by the `__new__` of the class's base. That of `object` takes no
/// arguments: they are for an `__init__` then.
///
/// # Safety
/// Attached; the layout is the class's, or one of its bases'.
pub(crate) unsafe fn make(
    class: Ref,
    layout: &Layout,
    arguments: Option<Ref>,
    keywords: Option<Ref>,
) -> Option<Owned> {
    // SAFETY: as the caller says.
    unsafe {
        let (_both, _, base) = parts(class, layout)?;
        let get = |class| Owned::new(capi::PyObject_GetAttrString(class, c"__new__".as_ptr()));
        let (new, of_object) = (get(base)?, get(capi::PyBaseObject_Type())?);
        let takes = new.get() != of_object.get();
        let given = arguments.filter(|_| takes);
        let count = given.map_or(0, |given| capi::PyTuple_Size(given).0);
        let all = Owned::new(capi::PyTuple_New(count + 1))?;
        for index in 0..=count {
            let value = match given {
                Some(given) if index > 0 => capi::PyTuple_GetItem(given, index - 1)?,
                _ => class,
            };
            if capi::PyTuple_SetItem(all.get(), index, Some(owned::dup(value))) < 0 {
                return None;
            }
        }
        Owned::new(capi::PyObject_Call(new.get(), all.get(), keywords.filter(|_| takes)))
    }
}

/// Gives a new instance its holder.
///
/// # Safety
/// Attached; the instance is new and has this layout.
pub(crate) unsafe fn fill(object: Ref, class: Ref, layout: &Layout) -> Option<()> {
    // SAFETY: as the caller says.
    unsafe {
        let held = layout.held?;
        let place = layout.field_of(object, 0);
        if (*place).is_some() {
            let name = crate::text::class_name(class);
            raise(
                capi::PyExc_TypeError(),
                format_args!("the base of '{name}' did not make a new instance of it"),
            );
            return None;
        }
        let (_both, holders, _) = parts(class, layout)?;
        let holder = types::allocate(holders)?;
        own_layout(holder).write(held);
        *place = Some(holder);
        Some(())
    }
}
