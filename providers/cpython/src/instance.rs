//! What becomes of instances: made, looked through, cleared and freed.

use crate::facts::{facts, type_of};
use crate::layout::{Foreign, Layout};
use crate::owned::{self, Owned};
use crate::raise::{Aside, raise};
use crate::types::{self, flag};
use crate::vector::Vector;
use crate::{capi, holder, registry, section, text};
use core::cell::{Cell, RefCell};
use core::ffi::{CStr, c_int, c_void};
use hstack_sys::{Ref, TypeDef, VisitFn};

/// An instance that its foreign base makes, or that gets a mark.
///
/// # Safety
/// Attached; the class is alive and the definition static.
#[cold]
pub(crate) unsafe fn new_marked(
    class: Ref,
    definition: *const TypeDef,
    arguments: Option<Ref>,
    keywords: Option<Ref>,
) -> Option<Ref> {
    // SAFETY: the type is alive.
    unsafe {
        // PyPy passes on whatever class Python code gives to a `__new__`.
        let layout = registry::of_type(class).filter(|layout| layout.definition == definition);
        if layout.is_none() {
            let (own, name) = (CStr::from_ptr((*definition).name).to_string_lossy(), text::class_name(class));
            raise(
                capi::PyExc_TypeError(),
                format_args!("{own}.__new__() cannot make an instance of '{name}'"),
            );
            return None;
        }
        let root = core::iter::successors(layout, |layout| layout.parent)
            .filter(|layout| layout.held.is_some())
            .last();
        let made = match layout {
            _ if root.is_some_and(|root| root.parent.is_none()) => {
                holder::make(class, root?, arguments, keywords)?
            }
            Some(Layout { foreign: Some(Foreign { new: Some(new), .. }), .. }) => {
                let nothing = Owned::new(capi::PyTuple_New(0))?;
                Owned::new(new(class, arguments.unwrap_or(nothing.get()), keywords))?
            }
            Some(Layout { foreign: None, .. }) => Owned::new(types::allocate(class))?,
            _ => {
                let name = text::class_name(class);
                raise(capi::PyExc_TypeError(), format_args!("cannot create '{name}' instances"));
                return None;
            }
        };
        let is_new = type_of(made.get()) == class && layout.is_some_and(|layout| layout.mark(made.get()));
        if !is_new {
            let name = text::class_name(class);
            raise(
                capi::PyExc_TypeError(),
                format_args!("the base of '{name}' did not make a new instance of it"),
            );
            return None;
        }
        let mut next = layout;
        while let Some(layout) = next {
            if layout.held.is_some() {
                holder::fill(made.get(), class, layout)?;
            }
            next = layout.parent;
        }
        Some(made.release())
    }
}

/// Takes what a place holds.
unsafe fn take(place: *mut Option<Ref>) -> Option<Ref> {
    // SAFETY: the place is one of an instance, and ours alone meanwhile.
    unsafe { core::mem::take(&mut *place) }
}

/// Closes the fields and the dict of one layer.
#[inline(always)]
unsafe fn clear_layer(object: Ref, layout: &Layout) {
    // SAFETY: an instance of that layout. What is closed may run Python code, so it is taken first.
    unsafe {
        for index in 0..(*layout.definition).field_count as usize {
            if let Some(old) = section::with(object, || take(layout.field_of(object, index))) {
                owned::close(old);
            }
        }
        for vector in layout.vectors_of(object) {
            drop(section::with(object, || core::mem::replace(&mut *vector, Vector::EMPTY)));
        }
        if layout.dict != 0 {
            drop(Owned::new(section::with(object, || take(Layout::word_of(object, layout.dict)))));
        }
    }
}

/// The frees of a thread.
struct Frees {
    /// How deep they are nested.
    depth: Cell<u32>,
    /// Whether instances wait for them to end.
    waiting: Cell<bool>,
}

thread_local! {
    static FREES: Frees = const { Frees { depth: Cell::new(0), waiting: Cell::new(false) } };
    static WAITING: RefCell<Vec<(Ref, &'static Layout)>> = const { RefCell::new(Vec::new()) };
}

/// How deep frees may be nested: a chain of instances must not use up the native stack.
const DEEPEST: u32 = 40;

/// Frees an instance that is nothing but its payload: no code runs.
#[inline(always)]
unsafe fn free_bare(object: Ref) {
    // SAFETY: as for `free`.
    unsafe {
        let class = type_of(object);
        untrack(object);
        types::free(class, object);
        owned::close(class);
    }
}

/// Frees an instance, in line where that is short.
///
/// # Safety
/// Attached; the count of an instance of that layout has reached zero.
#[inline(always)]
pub(crate) unsafe fn free_now(object: Ref, layout: &'static Layout) {
    // SAFETY: as the caller says.
    unsafe { if layout.is_bare() { free_bare(object) } else { free_in_turn(object, layout) } }
}

/// Calls the finalizer of an instance that is about to be freed: whether it still is. The interpreter
/// has done so for types that Python code derived from ours.
#[cold]
unsafe fn finalize(object: Ref) -> bool {
    // SAFETY: the object's count is zero, and the collector sees it still.
    unsafe {
        match capi::PyObject_CallFinalizerFromDealloc() {
            Some(finalize) if registry::is_ours(type_of(object)) => finalize(object) >= 0,
            _ => true,
        }
    }
}

/// Frees an instance, or lets it wait until the frees around this one are done.
///
/// # Safety
/// Attached; the count of an instance of that layout has reached zero.
#[inline(never)]
pub(crate) unsafe fn free_in_turn(object: Ref, layout: &'static Layout) {
    // SAFETY: as for `free`. An instance that waits is known to nobody: its count is zero, and the
    // collector does not see it any more. It waits only on the thread that would have freed it.
    unsafe {
        if layout.finalized && !finalize(object) {
            return;
        }
        // From 3.14 on the interpreter takes care of that itself, of what the collector sees.
        if facts().version >= (3, 14) && types::flags(type_of(object)) & flag::GC != 0 {
            return free(object, layout);
        }
        FREES.with(|frees| {
            let depth = frees.depth.get();
            if depth >= DEEPEST {
                return wait(object, layout, frees);
            }
            frees.depth.set(depth + 1);
            free(object, layout);
            if depth == 0 && frees.waiting.get() {
                free_waiting(frees);
            }
            frees.depth.set(depth);
        });
    }
}

/// Lets an instance wait. A thread that is ending may have no place for that any more.
#[cold]
unsafe fn wait(object: Ref, layout: &'static Layout, frees: &Frees) {
    // SAFETY: as for `free_in_turn`.
    unsafe {
        untrack(object);
        match WAITING.try_with(|waiting| waiting.borrow_mut().push((object, layout))) {
            Ok(()) => frees.waiting.set(true),
            Err(_) => free(object, layout),
        }
    }
}

/// Frees those that wait, and those that come while they are freed.
#[cold]
unsafe fn free_waiting(frees: &Frees) {
    // SAFETY: as for `free_in_turn`.
    unsafe {
        while let Ok(Some((object, layout))) = WAITING.try_with(|waiting| waiting.borrow_mut().pop()) {
            free(object, layout);
        }
    }
    frees.waiting.set(false);
}

/// Takes an object away from the collector, when it has it.
#[inline(always)]
unsafe fn untrack(object: Ref) {
    // SAFETY: as for `free`.
    unsafe {
        if types::flags(type_of(object)) & flag::GC != 0
            && let Some(untrack) = capi::PyObject_GC_UnTrack()
        {
            untrack(object);
        }
    }
}

/// Drops what an instance has, layer by layer, and frees it. An exception that is pending is kept from
/// foreign code; what is closed keeps it itself.
#[inline(never)]
unsafe fn free(object: Ref, last: &'static Layout) {
    // SAFETY: the object's count is zero, and nobody else uses it. The layers go from the last
    // derived one to the first, like their types' destructors would.
    unsafe {
        let class = type_of(object);
        untrack(object);
        let mut next = Some(last);
        while let Some(layout) = next {
            if layout.weak != 0 && (*Layout::word_of(object, layout.weak)).is_some() {
                let _aside = Aside::new();
                capi::PyObject_ClearWeakRefs(object);
            }
            if let Some(drop) = (*layout.definition).drop
                && layout.is_marked(object)
            {
                let _aside = Aside::new();
                drop(layout.payload_of(object));
            }
            clear_layer(object, layout);
            next = layout.parent;
        }
        match last.foreign {
            None => {
                types::free(class, object);
                owned::close(class);
            }
            Some(Foreign { dealloc, heap, collected, .. }) => {
                let _aside = Aside::new();
                if collected && let Some(track) = capi::PyObject_GC_Track() {
                    track(object);
                }
                if let Some(dealloc) = dealloc {
                    dealloc(object);
                }
                // On PyPy, built-in types count the type too.
                if !heap && !facts().pypy {
                    owned::close(class);
                }
            }
        }
    }
}

/// Reports what an instance refers to, its type included.
///
/// # Safety
/// The collector calls it, with an instance of that layout.
pub(crate) unsafe fn traverse(
    object: Ref,
    last: &'static Layout,
    visit: VisitFn,
    argument: *mut c_void,
) -> c_int {
    // SAFETY: as the caller says.
    unsafe {
        let mut next = Some(last);
        while let Some(layout) = next {
            let definition = &*layout.definition;
            let fields = (0..definition.field_count as usize).map(|index| *layout.field_of(object, index));
            let dict = if layout.dict == 0 { None } else { *Layout::word_of(object, layout.dict) };
            let many = layout.vectors_of(object).flat_map(|vector| (*vector).as_slice());
            for reference in fields.chain([dict]).flatten().chain(many.copied()) {
                let stop = visit(reference, argument);
                if stop != 0 {
                    return stop;
                }
            }
            if let Some(trace) = definition.trace
                && layout.is_marked(object)
            {
                let stop = trace(layout.payload_of(object), visit, argument);
                if stop != 0 {
                    return stop;
                }
            }
            next = layout.parent;
        }
        if let Some(Foreign { traverse: Some(traverse), .. }) = last.foreign {
            let stop = traverse(object, visit, argument);
            if stop != 0 {
                return stop;
            }
        }
        if last.foreign.is_some_and(|foreign| foreign.heap) {
            return 0;
        }
        visit(type_of(object), argument)
    }
}

/// Closes what an instance refers to.
///
/// # Safety
/// Attached; an instance of that layout.
pub(crate) unsafe fn clear(object: Ref, last: &'static Layout) {
    // SAFETY: as the caller says.
    unsafe {
        let mut next = Some(last);
        while let Some(layout) = next {
            clear_layer(object, layout);
            next = layout.parent;
        }
        if let Some(Foreign { clear: Some(clear), .. }) = last.foreign {
            clear(object);
        }
    }
}
