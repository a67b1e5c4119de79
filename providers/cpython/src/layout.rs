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

use crate::facts::facts;
use crate::types::{self, flag};
use crate::vector::Vector;
use core::ffi::{c_int, c_void};
use core::ptr::null_mut;
use core::sync::atomic::{AtomicBool, AtomicPtr, AtomicUsize};
use hstack_sys::{Ref, TypeDef, VisitFn};

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
    /// The layout of the holder, where the fields and the payload stand in one: see [`crate::holder`].
    /// The instance has a reference to it where the fields would be.
    pub(crate) held: Option<&'static Layout>,
    /// Whether an instance is its payload and nothing else.
    pub(crate) plain: bool,
    /// Whether a finalizer is called before an instance is freed. PyPy does that by itself.
    pub(crate) finalized: bool,
    /// Another type with this definition has another layout: ask the type.
    pub(crate) varies: AtomicBool,
    /// The next one of its definition in [`crate::registry`].
    pub(crate) next: AtomicPtr<Layout>,
    /// The table of attributes of the types that have this layout; 0: there is none yet.
    pub(crate) table: AtomicUsize,
    /// The next one there by that table.
    pub(crate) next_by_table: AtomicPtr<Layout>,
}

// SAFETY: all of it is plain facts and code.
unsafe impl Sync for Layout {}
// SAFETY: as above.
unsafe impl Send for Layout {}

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
    pub(crate) held: Option<&'static Layout>,
    pub(crate) mark: bool,
    pub(crate) weak: bool,
    pub(crate) dict: bool,
    pub(crate) finalized: bool,
}

/// How many words the fields of a definition are.
#[inline(always)]
pub(crate) fn words(definition: &TypeDef) -> usize {
    definition.field_count as usize + definition.vector_count
}

/// The layout of a plan.
///
/// # Safety
/// The definition is alive.
pub(crate) unsafe fn compute(plan: &Plan) -> Layout {
    // SAFETY: as the caller says.
    let definition = unsafe { &*plan.definition };
    let word = size_of::<usize>();
    let (words, payload_size, payload_align) = match plan.held {
        // One reference, to the holder.
        Some(_) => (1, 0, 1),
        None => (words(definition), definition.payload_size, definition.payload_align),
    };
    let field_bytes = words * word;
    let base = round_up(plan.base_size, word);
    let mark_bytes = if plan.mark { word } else { 0 };
    let payload = round_up(base + mark_bytes + field_bytes, payload_align.max(word));
    // Directly before the payload, so that the payload's place tells theirs.
    let fields = payload - field_bytes;
    let mark = if plan.mark { fields - word } else { 0 };
    let mut size = round_up(payload + payload_size, word);
    let mut extra = |wanted: bool| {
        let place = if wanted { size } else { 0 };
        size += if wanted { word } else { 0 };
        place
    };
    let (weak, dict) = (extra(plan.weak), extra(plan.dict));
    // What is behind the items of a base is moved by their size, rounded up.
    let size = if plan.item == 0 { size } else { size + ITEMS_ALIGN };
    let plain = words == 0
        && definition.trace.is_none()
        && !(plan.weak || plan.dict)
        && plan.parent.is_none()
        && plan.foreign.is_none()
        && !plan.finalized;
    Layout {
        definition: plan.definition,
        plain,
        mark,
        fields,
        payload,
        weak,
        dict,
        size,
        item: plan.item,
        parent: plan.parent,
        foreign: plan.foreign,
        held: plan.held,
        finalized: plan.finalized,
        varies: AtomicBool::new(false),
        next: AtomicPtr::new(null_mut()),
        table: AtomicUsize::new(0),
        next_by_table: AtomicPtr::new(null_mut()),
    }
}

impl Layout {
    /// Whether nothing has to be dropped or closed before an instance is freed.
    pub(crate) fn is_bare(&self) -> bool {
        // SAFETY: definitions live as long as the process.
        self.plain && unsafe { (*self.definition).drop.is_none() }
    }

    /// Whether two layouts say the same.
    pub(crate) fn is_same(&self, other: &Layout) -> bool {
        let numbers = |l: &Layout| (l.mark, l.payload, l.weak, l.dict, l.size, l.item);
        let held = |l: &Layout| l.held.map_or(0, |held| held.size);
        numbers(self) == numbers(other)
            && held(self) == held(other)
            && self.parent.map(core::ptr::from_ref) == other.parent.map(core::ptr::from_ref)
            && self.foreign.map(Foreign::facts) == other.foreign.map(Foreign::facts)
    }

    /// Where the fields and the payload of an instance are: in the instance, or in its holder. `None`
    /// when it has none yet.
    #[inline(always)]
    pub(crate) unsafe fn seat(&'static self, object: Ref) -> Option<(Ref, &'static Layout)> {
        // SAFETY: as for `find`.
        unsafe {
            match self.held {
                None => self.is_marked(object).then_some((object, self)),
                Some(held) => Some(((*self.field_of(object, 0))?, held)),
            }
        }
    }

    /// How far the parts of this instance are behind where they would be in an empty one.
    #[inline(always)]
    unsafe fn shift(&self, object: Ref) -> usize {
        // SAFETY: as for `find`.
        if self.item == 0 { 0 } else { unsafe { self.items(object) } }
    }

    /// The bytes of the items of an instance.
    #[inline(never)]
    unsafe fn items(&self, object: Ref) -> usize {
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

    /// The fields of an instance that have many references.
    #[inline(always)]
    pub(crate) unsafe fn vectors_of(&self, object: Ref) -> impl Iterator<Item = *mut Vector> {
        // SAFETY: as for `find`; a field of that kind is a word like any other.
        unsafe {
            let definition = &*self.definition;
            let first = self.field_of(object, definition.field_count as usize).cast::<Vector>();
            (0..definition.vector_count).map(move |index| first.add(index))
        }
    }

    /// A word of an instance.
    #[inline(always)]
    pub(crate) unsafe fn word_of(object: Ref, offset: usize) -> *mut Option<Ref> {
        // SAFETY: the caller's offset is one of this layout.
        unsafe { object.0.as_ptr().cast::<u8>().add(offset).cast() }
    }
}
