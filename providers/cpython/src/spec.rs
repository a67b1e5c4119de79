//! Types: from a definition to the interpreter's `PyType_Spec`.

use crate::capi;
use crate::facts::facts;
use crate::guard::guarded;
use crate::layout::{self, Layout};
use crate::made::zeroed;
use crate::methods::{attributes, methods};
use crate::owned::Owned;
use crate::raise::raise;
use crate::types::{self, flag};
use crate::{base, exporter, holder, registry, symbols, text};
use core::ffi::{CStr, c_char, c_int, c_uint, c_void};
use core::ptr::null_mut;
use hstack_sys::{Ref, SlotDef, TypeDef, slot, type_flags};
use std::sync::{Mutex, PoisonError};

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
            raise(capi::PyExc_TypeError(), format_args!("cannot create '{name}' instances"));
        }
        None
    })
}

/// Text that lives as long as the process; equal texts are kept once.
fn keep(text: Vec<u8>) -> *const c_char {
    static KEPT: Mutex<Vec<&[u8]>> = Mutex::new(Vec::new());
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(same) = kept.iter().find(|other| **other == text) {
        return same.as_ptr().cast();
    }
    let text = text.leak();
    kept.push(text);
    text.as_ptr().cast()
}

/// `module.__name__` and the name of the type, as one text that lives for ever.
unsafe fn full_name(definition: &TypeDef, module: Ref) -> Option<*const c_char> {
    // SAFETY: the name is static; the module is alive.
    unsafe {
        let module = Owned::new(capi::PyObject_GetAttrString(module, c"__name__".as_ptr()))?;
        let module = text::of_str(module.get());
        let name = CStr::from_ptr(definition.name).to_bytes_with_nul();
        Some(keep([module.as_bytes(), b".", name].concat()))
    }
}

/// Whether the running version knows a slot.
fn is_known(slot: c_int) -> bool {
    match slot {
        slot::AM_SEND => facts().version >= (3, 10) && !facts().pypy,
        // PyPy 3.9 ends the process where it would call one.
        slot::TP_FINALIZE => facts().version >= (3, 10) || !facts().pypy,
        slot::TP_VECTORCALL => facts().version >= (3, 14) && facts().types && !facts().pypy,
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
#[inline(never)]
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
        if given.slot == slot::BF_GETBUFFER {
            slots.push(Slot { slot: given.slot, value: exporter::get as *const () as *mut c_void });
            if !facts().pypy {
                let release = exporter::release as *const () as *mut c_void;
                slots.push(Slot { slot: slot::BF_RELEASEBUFFER, value: release });
            }
        } else if is_known(given.slot) && !unwanted {
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

/// Adds a slot: one call, where a push is in line.
#[inline(never)]
fn add(slots: &mut Vec<Slot>, slot: c_int, value: *mut c_void) {
    slots.push(Slot { slot, value });
}

/// Makes a type.
///
/// # Safety
/// Attached; the definition is static and the references are alive.
pub(crate) unsafe fn make(definition: &'static TypeDef, module: Ref, base: Option<Ref>) -> Option<Ref> {
    // SAFETY: as the caller says; what the interpreter keeps a pointer to lives for ever.
    unsafe {
        let base = base.unwrap_or_else(capi::PyBaseObject_Type);
        let plan = base::plan(definition, base)?;
        let layout: &'static Layout = registry::add(layout::compute(&plan));
        let name = full_name(definition, module)?;
        let base_collected = types::flags(base) & flag::GC != 0;
        let wanted =
            layout::words(definition) > 0 || definition.trace.is_some() || layout.dict != 0 || base_collected;
        let mut slots = Vec::new();
        given(definition, layout.held.is_some(), wanted, &mut slots);
        if layout.held.is_some() {
            holder::add_slots(base, &mut slots);
        }
        let collected = has(&slots, slot::TP_TRAVERSE);
        if layout.held.is_none() && !has(&slots, slot::TP_NEW) {
            add(&mut slots, slot::TP_NEW, refuse as *const () as *mut c_void);
        }
        if layout.foreign.is_some() && !facts().pypy {
            // A base's own allocator may not ask for the size of the type: that of datetime does not.
            let allocate = symbols::find(c"PyType_GenericAlloc");
            add(&mut slots, slot::TP_ALLOC, allocate);
        }
        if !definition.doc.is_null() && !has(&slots, slot::TP_DOC) {
            add(&mut slots, slot::TP_DOC, definition.doc.cast_mut().cast());
        }
        if definition.method_count > 0 {
            let table = methods(definition.methods, definition.method_count);
            add(&mut slots, slot::TP_METHODS, table.cast());
        }
        let dict = (layout.dict != 0).then(|| {
            let find = |name| symbols::find(name).cast_const();
            (find(c"PyObject_GenericGetDict"), find(c"PyObject_GenericSetDict"))
        });
        let owner: *const Layout = layout;
        let table = attributes(owner as usize, definition.getsets, definition.getset_count, dict);
        registry::name(layout, table);
        add(&mut slots, slot::TP_GETSET, table);
        let (mut members, mut count) = (null_mut::<Member>(), 0);
        let hidden = if layout.held.is_some() { layout.fields } else { 0 };
        for (name, kind, offset, flags) in [
            (c"__weaklistoffset__", SIZE, layout.weak, READ_ONLY),
            (c"__dictoffset__", SIZE, layout.dict, READ_ONLY),
            (holder::MEMBER, OBJECT, hidden, 0),
        ] {
            if offset != 0 {
                let doc = core::ptr::null();
                let offset = offset as isize;
                if count == 0 {
                    members = zeroed(4);
                }
                members.add(count).write(Member { name: name.as_ptr(), kind, offset, flags, doc });
                count += 1;
            }
        }
        if count > 0 {
            add(&mut slots, slot::TP_MEMBERS, members.cast());
        }
        add(&mut slots, 0, null_mut());
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
        Some(class.release())
    }
}
