//! Where the parts of an instance are.
//!
//! `[base][mark][fields][payload][weak list][dict]` for a base of fixed size; on a base of variable size
//! the base's items come before the fields, so that where those are depends on the instance. A
//! layout depends on the definition and on the base that a type was made with, and is found by
//! definition: nearly always a definition has one layout in a process.
//!
//! The mark, the address of the definition, is set when an instance is handed out to get its payload.
//! It is there where an instance may be freed or met without one: on PyPy, where `object.__new__` makes
//! one of any class, `__class__` may be assigned, and two classes with payloads may be joined; and on
//! a base whose own constructor can fail.

use crate::capi;
use crate::facts::{facts, type_of};
use crate::owned::Owned;
use crate::types::{self, flag};
use core::ffi::{c_int, c_void};
use core::ptr::null_mut;
use core::sync::atomic::{AtomicBool, AtomicPtr, Ordering};
use hstack_sys::{Ref, TypeDef, VisitFn};
use std::sync::{Mutex, PoisonError};

pub(crate) type NewFn = unsafe extern "C-unwind" fn(Ref, Ref, Option<Ref>) -> Option<Ref>;
pub(crate) type DeallocFn = unsafe extern "C-unwind" fn(Ref);
pub(crate) type TraverseFn = unsafe extern "C-unwind" fn(Ref, VisitFn, *mut c_void) -> c_int;
pub(crate) type ClearFn = unsafe extern "C-unwind" fn(Ref) -> c_int;

/// What the nearest base that is not ours does, when that is not `object`.
#[derive(Clone, Copy)]
pub(crate) struct Foreign {
    pub(crate) new: Option<NewFn>,
    pub(crate) dealloc: Option<DeallocFn>,
    pub(crate) traverse: Option<TraverseFn>,
    pub(crate) clear: Option<ClearFn>,
    /// Whether it is a heap type: then its own functions count and report the instance's type.
    pub(crate) heap: bool,
    /// Whether its instances have a collector's header.
    pub(crate) collected: bool,
}

impl Foreign {
    /// What two of them are compared by. The functions are the interpreter's, each at one address.
    fn facts(self) -> ([usize; 4], bool, bool) {
        let functions = [
            self.new.map_or(0, |function| function as usize),
            self.dealloc.map_or(0, |function| function as usize),
            self.traverse.map_or(0, |function| function as usize),
            self.clear.map_or(0, |function| function as usize),
        ];
        (functions, self.heap, self.collected)
    }
}

/// The layout of the instances of a type.
pub(crate) struct Layout {
    pub(crate) definition: *const TypeDef,
    /// Where the mark is; 0: there is none.
    pub(crate) mark: usize,
    /// Where the fields start.
    pub(crate) fields: usize,
    /// Where the payload starts.
    pub(crate) payload: usize,
    /// Where the list of weak references is; 0: not here.
    pub(crate) weak: usize,
    /// Where the dict is; 0: not here.
    pub(crate) dict: usize,
    /// The size of an instance.
    pub(crate) size: usize,
    /// The size of an item of a base of variable size; 0: it has a fixed one.
    pub(crate) item: usize,
    /// The layout of the base, when that is ours.
    pub(crate) parent: Option<&'static Layout>,
    /// The base that is not ours; `None`: `object`.
    pub(crate) foreign: Option<Foreign>,
    /// Another type with this definition has another layout: ask the type.
    varies: AtomicBool,
    next: AtomicPtr<Layout>,
}

// SAFETY: all of it is plain facts and code.
unsafe impl Sync for Layout {}
// SAFETY: as above.
unsafe impl Send for Layout {}

const BUCKETS: usize = 512;
static TABLE: [AtomicPtr<Layout>; BUCKETS] = [const { AtomicPtr::new(null_mut()) }; BUCKETS];
static WRITE: Mutex<()> = Mutex::new(());

/// Whether some type of ours has a foreign base that is a heap type.
static FOREIGN_HEAP: AtomicBool = AtomicBool::new(false);

const KEY: &core::ffi::CStr = c"__hstack__";

fn bucket(definition: *const TypeDef) -> &'static AtomicPtr<Layout> {
    &TABLE[(definition as usize / align_of::<TypeDef>() / 3) % BUCKETS]
}

fn known(definition: *const TypeDef) -> Option<&'static Layout> {
    let mut next = bucket(definition).load(Ordering::Acquire);
    loop {
        // SAFETY: layouts live as long as the process, and are complete before they are in the table.
        let layout = unsafe { next.as_ref()? };
        if layout.definition == definition {
            return Some(layout);
        }
        next = layout.next.load(Ordering::Acquire);
    }
}

/// The layout that an instance has as one of `definition`.
///
/// # Safety
/// Attached; the object is an instance of a type that was made with this definition.
#[inline(always)]
pub(crate) unsafe fn find(object: Ref, definition: *const TypeDef) -> &'static Layout {
    // SAFETY: the caller's promise means that a type was made, and so was its layout.
    unsafe {
        let layout = known(definition).unwrap_unchecked();
        if layout.varies.load(Ordering::Relaxed) {
            of_instance(object, definition).unwrap_or(layout)
        } else {
            layout
        }
    }
}

#[cold]
unsafe fn of_instance(object: Ref, definition: *const TypeDef) -> Option<&'static Layout> {
    // SAFETY: as for `find`.
    unsafe {
        let _aside = crate::raise::Aside::new();
        let mut layout = of_type(type_of(object))?;
        while layout.definition != definition {
            layout = layout.parent?;
        }
        Some(layout)
    }
}

/// The layout of a type, when it or one of its bases is ours and has a base that is neither ours
/// nor `object`.
///
/// # Safety
/// Attached, no exception pending; the type is alive.
pub(crate) unsafe fn of_type(class: Ref) -> Option<&'static Layout> {
    // SAFETY: only `remember` puts a capsule of this name there.
    unsafe {
        let Some(mark) = Owned::new(capi::PyObject_GetAttrString(class, KEY.as_ptr())) else {
            capi::PyErr_Clear();
            return None;
        };
        let layout = capi::PyCapsule_GetPointer(mark.get(), KEY.as_ptr()).cast::<Layout>();
        if layout.is_null() {
            capi::PyErr_Clear();
        }
        layout.as_ref()
    }
}

/// Lets [`of_type`] find the layout of a type.
///
/// # Safety
/// Attached; the type is alive and ours.
pub(crate) unsafe fn remember(class: Ref, layout: &'static Layout) -> Option<()> {
    // SAFETY: the capsule drops nothing, because layouts are never freed.
    unsafe {
        let pointer: *const Layout = layout;
        let mark = Owned::new(capi::PyCapsule_New(pointer.cast_mut().cast(), KEY.as_ptr(), None))?;
        (capi::PyObject_SetAttrString(class, KEY.as_ptr(), Some(mark.get())).0 >= 0).then_some(())
    }
}

/// Whether an instance of a type of ours is a plain piece of memory, with no foreign base that has
/// to make it and no mark.
///
/// # Safety
/// Attached; the type is alive and derives from one of ours.
#[inline(always)]
pub(crate) unsafe fn is_plain(class: Ref) -> bool {
    if facts().pypy {
        return false;
    }
    let object = capi::PyBaseObject_Type();
    let mut class = class;
    // SAFETY: bases are alive with the type, and what is asked is a heap type.
    unsafe {
        loop {
            match types::base(class) {
                Some(base) if base == object => return !FOREIGN_HEAP.load(Ordering::Relaxed),
                Some(base) if types::flags(base) & flag::HEAP != 0 => class = base,
                _ => return false,
            }
        }
    }
}

/// Payloads are aligned to this at most.
const ITEMS_ALIGN: usize = 16;

fn round_up(size: usize, align: usize) -> usize {
    size.next_multiple_of(align)
}

/// What a new type's layout is computed from.
pub(crate) struct Plan {
    pub(crate) definition: *const TypeDef,
    pub(crate) base_size: usize,
    pub(crate) item: usize,
    pub(crate) parent: Option<&'static Layout>,
    pub(crate) foreign: Option<Foreign>,
    pub(crate) mark: bool,
    pub(crate) weak: bool,
    pub(crate) dict: bool,
}

/// The layout of a plan; the one that is there already, when it is the same.
///
/// # Safety
/// The definition is alive.
pub(crate) unsafe fn make(plan: &Plan) -> &'static Layout {
    // SAFETY: as the caller says.
    let definition = unsafe { &*plan.definition };
    let word = size_of::<usize>();
    let field_bytes = definition.field_count as usize * word;
    let base = round_up(plan.base_size, word);
    let mark_bytes = if plan.mark { word } else { 0 };
    let payload = round_up(base + mark_bytes + field_bytes, definition.payload_align.max(word));
    // Directly before the payload, so that the payload's place tells theirs.
    let fields = payload - field_bytes;
    let mark = if plan.mark { fields - word } else { 0 };
    let mut size = round_up(payload + definition.payload_size, word);
    let mut extra = |wanted: bool| {
        let place = if wanted { size } else { 0 };
        size += if wanted { word } else { 0 };
        place
    };
    let (weak, dict) = (extra(plan.weak), extra(plan.dict));
    // What is behind the items of a base is moved by their size, rounded up.
    let size = if plan.item == 0 { size } else { size + ITEMS_ALIGN };
    let _writing = WRITE.lock().unwrap_or_else(PoisonError::into_inner);
    let same = |layout: &&'static Layout| {
        (layout.mark, layout.payload, layout.weak, layout.dict, layout.size, layout.item)
            == (mark, payload, weak, dict, size, plan.item)
            && layout.parent.map(core::ptr::from_ref) == plan.parent.map(core::ptr::from_ref)
            && layout.foreign.map(Foreign::facts) == plan.foreign.map(Foreign::facts)
    };
    let there = known(plan.definition);
    if let Some(layout) = there.filter(same) {
        return layout;
    }
    if plan.foreign.is_some_and(|foreign| foreign.heap) {
        FOREIGN_HEAP.store(true, Ordering::Relaxed);
    }
    let bucket = bucket(plan.definition);
    let layout: &'static Layout = Box::leak(Box::new(Layout {
        definition: plan.definition,
        mark,
        fields,
        payload,
        weak,
        dict,
        size,
        item: plan.item,
        parent: plan.parent,
        foreign: plan.foreign,
        varies: AtomicBool::new(there.is_some()),
        next: AtomicPtr::new(bucket.load(Ordering::Acquire)),
    }));
    if let Some(other) = there {
        other.varies.store(true, Ordering::Relaxed);
    }
    let fixed = if there.is_some() || plan.item != 0 || facts().pypy { 0 } else { payload };
    definition.payload_offset.store(fixed, Ordering::Relaxed);
    bucket.store(core::ptr::from_ref(layout).cast_mut(), Ordering::Release);
    layout
}

/// Makes an exception pending for an instance without a payload.
#[cold]
unsafe fn refuse(object: Ref) -> *mut c_void {
    // SAFETY: as for `find`.
    let name = unsafe { crate::text::type_name(object) };
    let message = format!("this '{name}' object was not made by its constructor");
    // SAFETY: attached.
    unsafe { crate::raise::raise(capi::PyExc_TypeError(), &message) };
    null_mut()
}

/// Where the payload of an instance is; null, with an exception pending, when it has none.
///
/// # Safety
/// As for [`find`].
#[inline(always)]
pub(crate) unsafe fn payload(object: Ref, definition: *const TypeDef) -> *mut c_void {
    // SAFETY: as the caller says.
    unsafe {
        match (*definition).payload_offset.load(Ordering::Relaxed) {
            0 => {
                let layout = find(object, definition);
                if layout.is_marked(object) { layout.payload_of(object) } else { refuse(object) }
            }
            offset => object.0.as_ptr().cast::<u8>().add(offset).cast(),
        }
    }
}

/// Where a field of an instance is; `None`, with an exception pending, when it has no payload.
///
/// # Safety
/// As for [`find`]; there is such a field.
#[inline(always)]
pub(crate) unsafe fn field(
    object: Ref,
    definition: *const TypeDef,
    index: usize,
) -> Option<*mut Option<Ref>> {
    // SAFETY: the fields stand directly before the payload.
    unsafe {
        let payload = payload(object, definition).cast::<Option<Ref>>();
        if payload.is_null() {
            None
        } else {
            Some(payload.sub((*definition).field_count as usize).add(index))
        }
    }
}

impl Layout {
    /// How far the parts of this instance are behind where they would be in an empty one.
    #[inline(always)]
    unsafe fn shift(&self, object: Ref) -> usize {
        if self.item == 0 {
            return 0;
        }
        // SAFETY: as for `find`; an object of variable size has its length after its header.
        unsafe {
            let word = object.0.as_ptr().cast::<u8>().add(facts().header).cast::<isize>().read();
            let count = match (types::is(object, flag::INT), facts().int) {
                // The sign and flags of an int are in the lowest bits, and it has at least one digit.
                (true, crate::facts::IntLayout::Tagged) => (word as usize >> 3).max(1),
                (true, _) => word.unsigned_abs().max(1),
                _ => word.unsigned_abs(),
            };
            round_up(count * self.item, ITEMS_ALIGN)
        }
    }

    /// Where the mark of an instance is.
    unsafe fn mark_of(&self, object: Ref) -> *mut *const TypeDef {
        // SAFETY: as for `find`; the layout has a mark.
        unsafe { object.0.as_ptr().cast::<u8>().add(self.mark + self.shift(object)).cast() }
    }

    /// Whether an instance has been handed out to get its payload.
    #[inline(always)]
    pub(crate) unsafe fn is_marked(&self, object: Ref) -> bool {
        // SAFETY: as for `find`.
        self.mark == 0 || unsafe { *self.mark_of(object) == self.definition }
    }

    /// Marks a new instance of this layout and of those it is based on. Refused when it is marked
    /// already: a constructor gave an old instance out.
    pub(crate) unsafe fn mark(&self, object: Ref) -> bool {
        // SAFETY: as for `find`.
        unsafe {
            if self.mark != 0 {
                if self.is_marked(object) {
                    return false;
                }
                *self.mark_of(object) = self.definition;
            }
            self.parent.is_none_or(|parent| parent.mark(object))
        }
    }

    /// Where the payload of an instance is.
    #[inline(always)]
    pub(crate) unsafe fn payload_of(&self, object: Ref) -> *mut c_void {
        // SAFETY: as for `find`.
        unsafe { object.0.as_ptr().cast::<u8>().add(self.payload + self.shift(object)).cast() }
    }

    /// Where a field of an instance is.
    #[inline(always)]
    pub(crate) unsafe fn field_of(&self, object: Ref, index: usize) -> *mut Option<Ref> {
        // SAFETY: as for `find`; there is such a field.
        unsafe {
            object
                .0
                .as_ptr()
                .cast::<u8>()
                .add(self.fields + self.shift(object))
                .cast::<Option<Ref>>()
                .add(index)
        }
    }

    /// A word of an instance.
    #[inline(always)]
    pub(crate) unsafe fn word_of(object: Ref, offset: usize) -> *mut Option<Ref> {
        // SAFETY: the caller's offset is one of this layout.
        unsafe { object.0.as_ptr().cast::<u8>().add(offset).cast() }
    }
}
