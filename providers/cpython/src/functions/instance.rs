//! Instances of types that extensions define.

use crate::capi;
use crate::facts::{facts, type_of};
use crate::guard::functions;
use crate::layout::{self, Foreign, Layout};
use crate::owned::{self, Owned};
use crate::raise::{Aside, raise};
use crate::section;
use crate::types::{self, flag};
use core::cell::{Cell, RefCell};
use core::ffi::c_void;
use hstack_sys::{Flag, Ref, Status, TypeDef, VisitFn};

/// An instance that its foreign base makes, or that gets a mark.
#[cold]
unsafe fn new_marked(class: Ref) -> Option<Ref> {
    // SAFETY: the type is alive and derives from one of ours.
    unsafe {
        let layout = layout::of_type(class);
        let made = match layout {
            Some(Layout { foreign: Some(Foreign { new: Some(new), .. }), .. }) => {
                let nothing = Owned::new(capi::PyTuple_New(0))?;
                Owned::new(new(class, nothing.get(), None))?
            }
            Some(Layout { foreign: None, .. }) => Owned::new(types::allocate(class))?,
            _ => {
                let name = crate::text::class_name(class);
                raise(capi::PyExc_TypeError(), &format!("cannot create '{name}' instances"));
                return None;
            }
        };
        if type_of(made.get()) != class || !layout.is_some_and(|layout| layout.mark(made.get())) {
            let name = crate::text::class_name(class);
            raise(
                capi::PyExc_TypeError(),
                &format!("the base of '{name}' did not make a new instance of it"),
            );
            return None;
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
unsafe fn clear(object: Ref, layout: &Layout) {
    // SAFETY: an instance of that layout. What is closed may run Python code, so it is taken first.
    unsafe {
        for index in 0..(*layout.definition).field_count as usize {
            let old = section::with(object, || take(layout.field_of(object, index)));
            drop(Owned::new(old));
        }
        if layout.dict != 0 {
            drop(Owned::new(section::with(object, || take(Layout::word_of(object, layout.dict)))));
        }
    }
}

thread_local! {
    /// How deep the frees of this thread are nested, and which instances wait for them to end.
    static NESTED: Cell<u32> = const { Cell::new(0) };
    static WAITING: RefCell<Vec<(Ref, *const TypeDef)>> = const { RefCell::new(Vec::new()) };
}

/// How deep frees may be nested: a chain of instances must not use up the native stack.
const DEEPEST: u32 = 40;

/// Frees an instance, or lets it wait until the frees around this one are done.
unsafe fn free_in_turn(object: Ref, definition: *const TypeDef) {
    // SAFETY: as for `free`. An instance that waits is known to nobody: its count is zero, and the
    // collector does not see it any more. It waits only on the thread that would have freed it.
    unsafe {
        // From 3.14 on the interpreter takes care of that itself. A thread that is ending may have no
        // thread-local values any more.
        let depth = NESTED.try_with(Cell::get).unwrap_or(0);
        if facts().version >= (3, 14) || NESTED.try_with(|nested| nested.set(depth + 1)).is_err() {
            return free(object, definition);
        }
        if depth >= DEEPEST {
            let untrack =
                capi::PyObject_GC_UnTrack().filter(|_| types::flags(type_of(object)) & flag::GC != 0);
            if let Some(untrack) = untrack {
                untrack(object);
            }
            let waits = WAITING.try_with(|waiting| waiting.borrow_mut().push((object, definition))).is_ok();
            NESTED.set(depth);
            if !waits {
                free(object, definition);
            }
            return;
        }
        free(object, definition);
        while depth == 0
            && let Ok(Some((object, definition))) = WAITING.try_with(|waiting| waiting.borrow_mut().pop())
        {
            free(object, definition);
        }
        NESTED.set(depth);
    }
}

/// What an instance of our own base is freed with.
unsafe fn free(object: Ref, definition: *const TypeDef) {
    // SAFETY: the object's count is zero, and nobody else uses it. The layers go from the last
    // derived one to the first, like their types' destructors would.
    unsafe {
        let class = type_of(object);
        let _aside = Aside::new();
        let collected = types::flags(class) & flag::GC != 0;
        if collected && let Some(untrack) = capi::PyObject_GC_UnTrack() {
            untrack(object);
        }
        let last = layout::find(object, definition);
        let mut next = Some(last);
        while let Some(layout) = next {
            if layout.weak != 0 && (*Layout::word_of(object, layout.weak)).is_some() {
                capi::PyObject_ClearWeakRefs(object);
            }
            if let Some(drop) = (*layout.definition).drop
                && layout.is_marked(object)
            {
                drop(layout.payload_of(object));
            }
            clear(object, layout);
            next = layout.parent;
        }
        match last.foreign {
            None => {
                types::free(class, object);
                owned::close(class);
            }
            Some(Foreign { dealloc, heap, collected, .. }) => {
                if collected && let Some(track) = capi::PyObject_GC_Track() {
                    track(object);
                }
                if let Some(dealloc) = dealloc {
                    dealloc(object);
                }
                if !heap {
                    owned::close(class);
                }
            }
        }
    }
}

functions! {
    fn instance_new(class: Ref; context) -> Option<Ref> {
        if layout::is_plain(class) { types::allocate(class) } else { new_marked(class) }
    }

    fn instance_payload(object: Ref, definition: *const TypeDef; context) -> *mut c_void {
        layout::payload(object, definition)
    }

    fn instance_traverse(
        object: Ref, definition: *const TypeDef, visit: VisitFn, argument: *mut c_void; context
    ) -> Flag {
        let last = layout::find(object, definition);
        let mut next = Some(last);
        while let Some(layout) = next {
            let definition = &*layout.definition;
            let fields = (0..definition.field_count as usize).map(|index| *layout.field_of(object, index));
            let dict = if layout.dict == 0 { None } else { *Layout::word_of(object, layout.dict) };
            for reference in fields.chain([dict]).flatten() {
                let stop = visit(reference, argument);
                if stop != 0 {
                    return Flag(stop);
                }
            }
            if let Some(trace) = definition.trace
                && layout.is_marked(object)
            {
                let stop = trace(layout.payload_of(object), visit, argument);
                if stop != 0 {
                    return Flag(stop);
                }
            }
            next = layout.parent;
        }
        if let Some(Foreign { traverse: Some(traverse), .. }) = last.foreign {
            let stop = traverse(object, visit, argument);
            if stop != 0 {
                return Flag(stop);
            }
        }
        if last.foreign.is_some_and(|foreign| foreign.heap) {
            return Flag(0);
        }
        Flag(visit(type_of(object), argument))
    }

    fn instance_clear(object: Ref, definition: *const TypeDef; context) {
        let last = layout::find(object, definition);
        let mut next = Some(last);
        while let Some(layout) = next {
            clear(object, layout);
            next = layout.parent;
        }
        if let Some(Foreign { clear: Some(clear), .. }) = last.foreign {
            clear(object);
        }
    }

    fn instance_free(object: Ref, definition: *const TypeDef; context) {
        free_in_turn(object, definition)
    }

    fn field_load(
        owner: Ref, definition: *const TypeDef, index: usize, value: *mut Option<Ref>; context
    ) -> Status {
        *value = None;
        let Some(field) = layout::field(owner, definition, index) else { return Status::FAILED };
        *value = section::with(owner, || (*field).map(|found| owned::dup(found)));
        Status((*value).is_some().into())
    }

    fn field_store(
        owner: Ref, definition: *const TypeDef, index: usize, value: Option<Ref>; context
    ) -> Status {
        let Some(field) = layout::field(owner, definition, index) else { return Status::FAILED };
        let new = value.map(|value| owned::dup(value));
        let old = section::with(owner, || core::mem::replace(&mut *field, new));
        drop(Owned::new(old));
        Status::OK
    }
}
