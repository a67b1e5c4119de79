//! The fields of an instance that have many references.

use crate::guard::functions;
use crate::raise::raise;
use crate::vector::{NoMemory, Vector};
use crate::{capi, owned, registry, section};
use core::ptr::slice_from_raw_parts;
use hstack_sys::{Ref, Size, Status, TypeDef};

/// Runs `body` with the vector of a field, which is nobody else's meanwhile. `None`, with an exception
/// pending, when the instance has none.
#[inline(always)]
unsafe fn with<R>(
    owner: Ref,
    definition: *const TypeDef,
    index: usize,
    body: impl FnOnce(&mut Vector) -> R,
) -> Option<R> {
    // SAFETY: the caller keeps the contract of the table, so that there is such a field. What `body` does
    // runs no other code, and waits for nothing.
    unsafe {
        let vector = registry::field(owner, definition, index)?.cast::<Vector>();
        Some(section::with(owner, || body(&mut *vector)))
    }
}

#[cold]
#[inline(never)]
unsafe fn out_of_range() {
    // SAFETY: attached.
    unsafe { raise(capi::PyExc_IndexError(), format_args!("index out of range")) }
}

#[cold]
#[inline(never)]
unsafe fn no_memory(_: NoMemory) {
    // SAFETY: attached.
    unsafe { capi::PyErr_NoMemory() };
}

functions! {
    fn vector_len(owner: Ref, definition: *const TypeDef, index: usize; context) -> Size {
        Size(with(owner, definition, index, |vector| vector.len()).map_or(-1, |len| len as isize))
    }

    fn vector_get(owner: Ref, definition: *const TypeDef, index: usize, at: usize; context) -> Option<Ref> {
        let found = with(owner, definition, index, |vector| vector.as_slice().get(at).map(|&item| owned::dup(item)))?;
        if found.is_none() {
            out_of_range();
        }
        found
    }

    fn vector_swap(
        owner: Ref, definition: *const TypeDef, index: usize, at: usize, value: Ref; context
    ) -> Option<Ref> {
        let old = with(owner, definition, index, |vector| vector.replace(at, value))?;
        if old.is_none() {
            out_of_range();
        }
        old
    }

    fn vector_push(owner: Ref, definition: *const TypeDef, index: usize, value: Ref; context) -> Status {
        match with(owner, definition, index, |vector| vector.push(value)) {
            Some(Ok(())) => Status::OK,
            Some(Err(error)) => {
                no_memory(error);
                Status::FAILED
            }
            None => Status::FAILED,
        }
    }

    fn vector_pop(
        owner: Ref, definition: *const TypeDef, index: usize, value: *mut Option<Ref>; context
    ) -> Status {
        *value = None;
        let Some(last) = with(owner, definition, index, Vector::pop) else { return Status::FAILED };
        *value = last;
        Status(last.is_some().into())
    }

    fn vector_remove(owner: Ref, definition: *const TypeDef, index: usize, at: usize; context) -> Option<Ref> {
        let old = with(owner, definition, index, |vector| vector.remove(at))?;
        if old.is_none() {
            out_of_range();
        }
        old
    }

    fn vector_splice(
        owner: Ref, definition: *const TypeDef, index: usize,
        start: usize, end: usize, values: *const Ref, count: usize; context
    ) -> Status {
        let values: &[Ref] = if count == 0 { &[] } else { &*slice_from_raw_parts(values, count) };
        // What was replaced is closed when the section has ended.
        match with(owner, definition, index, |vector| vector.splice(start, end, values)) {
            Some(Ok(_old)) => Status::OK,
            Some(Err(error)) => {
                no_memory(error);
                Status::FAILED
            }
            None => Status::FAILED,
        }
    }

    fn vector_items(
        owner: Ref, definition: *const TypeDef, index: usize, start: usize, items: *mut Ref, count: usize; context
    ) -> Size {
        let copied = with(owner, definition, index, |vector| {
            let rest = vector.as_slice().get(start..).unwrap_or(&[]);
            let rest = &rest[..rest.len().min(count)];
            for (place, &item) in rest.iter().enumerate() {
                items.add(place).write(owned::dup(item));
            }
            rest.len() as isize
        });
        Size(copied.unwrap_or(-1))
    }
}
