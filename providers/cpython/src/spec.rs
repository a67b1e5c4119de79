//! Types: from a definition to the interpreter's `PyType_Spec`.

use crate::capi;
use crate::facts::facts;
use crate::guard::guarded;
use crate::layout::{self, Foreign, Layout, Plan};
use crate::methods::{attributes, keep, methods};
use crate::owned::Owned;
use crate::raise::{catch, raise};
use crate::types::{self, flag};
use crate::{holder, registry, symbols, text};
use core::ffi::{CStr, c_char, c_int, c_uint, c_void};
use core::mem::transmute;
use core::ptr::null_mut;
use hstack_sys::{Ref, SlotDef, TypeDef, slot, type_flags};

/// The interpreter's `PyType_Slot`.
#[repr(C)]
pub(crate) struct Slot {
    pub(crate) slot: c_int,
    pub(crate) value: *mut c_void,
}

#[repr(C)]
struct Spec {
    name: *const c_char,
    basic_size: c_int,
    item_size: c_int,
    flags: c_uint,
    slots: *mut Slot,
}

/// The interpreter's `PyMemberDef`.
#[repr(C)]
struct Member {
    name: *const c_char,
    kind: c_int,
    offset: isize,
    flags: c_int,
    doc: *const c_char,
}

const SIZE: c_int = 19;
/// A reference that raises `AttributeError` while it is unset: what `__slots__` makes.
const OBJECT: c_int = 16;
const READ_ONLY: c_int = 1;

/// The constructor of a type that has none.
pub(crate) unsafe extern "C-unwind" fn refuse(
    class: Ref,
    _arguments: Ref,
    _keywords: Option<Ref>,
) -> Option<Ref> {
    guarded(|| {
        // SAFETY: the interpreter calls this with a type, attached.
        unsafe {
            let name = text::class_name(class);
            raise(capi::PyExc_TypeError(), &format!("cannot create '{name}' instances"));
        }
        None
    })
}

/// `module.__name__` and the name of the type, as one text that lives for ever.
unsafe fn full_name(definition: &TypeDef, module: Ref) -> Option<*const c_char> {
    // SAFETY: the name is static; the module is alive.
    unsafe {
        let module = Owned::new(capi::PyObject_GetAttrString(module, c"__name__".as_ptr()))?;
        let mut name = text::of_str(module.get()).into_bytes();
        name.push(b'.');
        name.extend_from_slice(CStr::from_ptr(definition.name).to_bytes());
        Some(keep(&name))
    }
}

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
            raise(capi::PyExc_TypeError(), "this Python does not tell how its built-in types work");
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

/// Whether a type was defined by Python code: its instances have a `__dict__` or slots that only
/// the interpreter can free.
unsafe fn is_python_defined(base: Ref) -> bool {
    // SAFETY: the class is alive; what fails is cleared.
    unsafe {
        if types::flags(base) & flag::HEAP == 0 {
            return false;
        }
        let has_module = capi::PyType_GetModule(base).is_some();
        if !has_module {
            capi::PyErr_Clear();
        }
        !has_module
    }
}

/// The plan of a type's layout.
unsafe fn plan(definition: &TypeDef, base: Ref) -> Option<Plan> {
    // SAFETY: the base is alive.
    unsafe {
        let object = capi::PyBaseObject_Type();
        let (base_size, item) = sizes(base)?;
        let parent = if base == object { None } else { registry::of_type(base) };
        let foreign = match parent {
            Some(parent) => parent.foreign,
            None if base == object => None,
            None => Some(foreign(base)?),
        };
        let is_held = parent.is_some_and(|parent| parent.held.is_some()) || is_python_defined(base);
        if is_held && (item != 0 || facts().pypy) {
            let name = text::class_name(base);
            raise(capi::PyExc_TypeError(), &format!("cannot extend '{name}': it was defined by Python code"));
            return None;
        }
        let weak = definition.flags & type_flags::WEAKREF != 0 && !facts().pypy;
        let dict = definition.flags & type_flags::DICT != 0 && !facts().pypy;
        let inherited = |name: &CStr| match number(base, name) {
            Some(offset) => offset != 0,
            None => !catch(capi::PyExc_AttributeError()),
        };
        Some(Plan {
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

/// Whether the running version knows a slot.
fn is_known(slot: c_int) -> bool {
    match slot {
        slot::AM_SEND => facts().version >= (3, 10) && !facts().pypy,
        slot::TP_VECTORCALL => facts().version >= (3, 14) && !facts().pypy,
        _ => true,
    }
}

/// The slots that the extension gave.
fn all_slots(definition: &TypeDef) -> &[SlotDef] {
    if definition.slot_count == 0 {
        return &[];
    }
    // SAFETY: the definition's arrays are as long as it says.
    unsafe { core::slice::from_raw_parts(definition.slots, definition.slot_count) }
}

/// The entry of a slot that the extension gave.
pub(crate) fn slot_of(definition: &TypeDef, slot: c_int) -> Option<*const c_void> {
    all_slots(definition).iter().find(|given| given.slot == slot).map(|given| given.entry)
}

/// Gives a type its vectorcall constructor before there is a slot for it: `type` itself tells where a
/// type keeps it.
unsafe fn set_vectorcall(class: Ref, definition: &TypeDef) {
    // SAFETY: the type is new, and its layout is known where an offset is told.
    unsafe {
        if let Some(entry) = slot_of(definition, slot::TP_VECTORCALL)
            && let Some(offset) = types::vectorcall_offset(capi::PyType_Type())
        {
            class.0.as_ptr().cast::<u8>().add(offset).cast::<*const c_void>().write(entry);
        }
    }
}

/// The slots that the extension gave and that this type needs here.
fn given(definition: &TypeDef, held: bool, collected: bool, slots: &mut Vec<Slot>) {
    for given in all_slots(definition) {
        let unwanted = match given.slot {
            slot::TP_TRAVERSE | slot::TP_CLEAR => held || !collected,
            slot::TP_DEALLOC | slot::TP_NEW | slot::TP_VECTORCALL => held,
            _ => false,
        };
        if is_known(given.slot) && !unwanted {
            slots.push(Slot { slot: given.slot, value: given.entry.cast_mut() });
        }
    }
}

fn has(slots: &[Slot], wanted: c_int) -> bool {
    slots.iter().any(|slot| slot.slot == wanted)
}

/// Makes a type from its slots, the last of which is the end mark.
///
/// # Safety
/// Attached; what the slots point to is good for a type of this size.
pub(crate) unsafe fn from_slots(
    name: *const c_char,
    size: usize,
    flags: usize,
    slots: &mut [Slot],
    module: Ref,
    base: Ref,
) -> Option<Owned> {
    // SAFETY: as the caller says.
    unsafe {
        let mut spec = Spec {
            name,
            basic_size: size as c_int,
            item_size: 0,
            flags: flags as c_uint,
            slots: slots.as_mut_ptr(),
        };
        let bases = Owned::new(capi::PyTuple_New(1))?;
        if capi::PyTuple_SetItem(bases.get(), 0, Some(crate::owned::dup(base))) < 0 {
            return None;
        }
        let spec: *mut Spec = &mut spec;
        Owned::new(capi::PyType_FromModuleAndSpec(Some(module), spec.cast(), Some(bases.get())))
    }
}

/// Makes a type.
///
/// # Safety
/// Attached; the definition is static and the references are alive.
pub(crate) unsafe fn make(definition: &'static TypeDef, module: Ref, base: Option<Ref>) -> Option<Ref> {
    // SAFETY: as the caller says; what the interpreter keeps a pointer to lives for ever.
    unsafe {
        let base = base.unwrap_or_else(capi::PyBaseObject_Type);
        let plan = plan(definition, base)?;
        let layout: &'static Layout = registry::add(layout::compute(&plan));
        let name = full_name(definition, module)?;
        let base_collected = types::flags(base) & flag::GC != 0;
        let wanted =
            definition.field_count > 0 || definition.trace.is_some() || layout.dict != 0 || base_collected;
        let mut slots = Vec::new();
        given(definition, layout.held.is_some(), wanted, &mut slots);
        let collected = has(&slots, slot::TP_TRAVERSE);
        if layout.held.is_none() && !has(&slots, slot::TP_NEW) {
            slots.push(Slot { slot: slot::TP_NEW, value: refuse as *const () as *mut c_void });
        }
        if !definition.doc.is_null() && !has(&slots, slot::TP_DOC) {
            slots.push(Slot { slot: slot::TP_DOC, value: definition.doc.cast_mut().cast() });
        }
        if definition.method_count > 0 {
            let table = methods(definition.methods, definition.method_count);
            slots.push(Slot { slot: slot::TP_METHODS, value: table.cast() });
        }
        let dict = (layout.dict != 0).then(|| {
            let find = |name| symbols::find(name).cast_const();
            (find("PyObject_GenericGetDict"), find("PyObject_GenericSetDict"))
        });
        if definition.getset_count > 0 || dict.is_some() {
            let table = attributes(definition.getsets, definition.getset_count, dict);
            slots.push(Slot { slot: slot::TP_GETSET, value: table });
        }
        let mut members = Vec::new();
        let hidden = if layout.held.is_some() { layout.fields } else { 0 };
        for (name, kind, offset, flags) in [
            (c"__weaklistoffset__", SIZE, layout.weak, READ_ONLY),
            (c"__dictoffset__", SIZE, layout.dict, READ_ONLY),
            (holder::MEMBER, OBJECT, hidden, 0),
        ] {
            if offset != 0 {
                let doc = core::ptr::null();
                let offset = offset as isize;
                members.push(Member { name: name.as_ptr(), kind, offset, flags, doc });
            }
        }
        if !members.is_empty() {
            let end =
                Member { name: core::ptr::null(), kind: 0, offset: 0, flags: 0, doc: core::ptr::null() };
            members.push(end);
            slots.push(Slot { slot: slot::TP_MEMBERS, value: members.leak().as_mut_ptr().cast() });
        }
        slots.push(Slot { slot: 0, value: null_mut() });
        let mut flags = flag::DEFAULT;
        if definition.flags & type_flags::SUBCLASS != 0 {
            flags |= flag::BASE;
        }
        if collected {
            flags |= flag::GC;
        }
        let class = from_slots(name, layout.size, flags, &mut slots, module, base)?;
        if layout.held.is_none() && !is_known(slot::TP_VECTORCALL) {
            set_vectorcall(class.get(), definition);
        }
        if let Some(held) = layout.held {
            holder::prepare(class.get(), base, layout, held, module)?;
        }
        if layout.mark != 0
            || layout.held.is_some()
            || layout.parent.is_some()
            || definition.flags & type_flags::SUBCLASS != 0
        {
            registry::remember(class.get(), layout)?;
        }
        Some(class.release())
    }
}
