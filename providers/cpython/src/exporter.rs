//! The buffer protocol, as an exporter: what an extension says of its memory, as the interpreter's
//! consumers ask for it (PEP 3118).

use crate::facts::{facts, type_of};
use crate::guard::guarded;
use crate::layout::Layout;
use crate::{capi, owned, raise, registry, spec};
use core::ffi::{c_int, c_void};
use core::mem::MaybeUninit;
use core::ptr::{null_mut, slice_from_raw_parts_mut};
use core::slice::from_raw_parts;
use hstack_sys::{BUFFER_MAX_DIMENSIONS, Buffer, Ref, buffer_flags, slot};
use std::sync::{Mutex, PoisonError};

/// The interpreter's `Py_buffer`, the same in every one of them up to the last word, which PyPy keeps
/// elsewhere.
#[repr(C)]
pub(crate) struct Export {
    pub(crate) data: *mut c_void,
    pub(crate) object: Option<Ref>,
    pub(crate) len: isize,
    pub(crate) item_size: isize,
    pub(crate) readonly: c_int,
    pub(crate) dimensions: c_int,
    pub(crate) format: *const core::ffi::c_char,
    pub(crate) shape: *const isize,
    pub(crate) strides: *const isize,
    pub(crate) suboffsets: *const isize,
    /// Not on PyPy: what [`get`] allocated.
    internal: *mut isize,
}

/// What an extension puts behind `BF_GETBUFFER`: see [`hstack_sys::SlotDef`].
type Describe = unsafe extern "C" fn(Ref, *mut Buffer) -> c_int;

/// What the class of an object says.
unsafe fn describe(object: Ref) -> Option<Describe> {
    // SAFETY: the object is alive; an entry of this slot has this shape.
    unsafe {
        let layouts =
            core::iter::successors(registry::of_type(type_of(object)), |layout: &&Layout| layout.parent);
        let entry =
            layouts.into_iter().find_map(|layout| spec::slot_of(&*layout.definition, slot::BF_GETBUFFER))?;
        Some(core::mem::transmute::<*const c_void, Describe>(entry))
    }
}

/// Whether a step for each dimension leads from item to item, the first or the last index running fastest.
#[inline(never)]
fn is_contiguous(shape: &[isize], strides: &[isize], item_size: isize, first_fastest: bool) -> bool {
    if shape.contains(&0) {
        return true;
    }
    let mut step = item_size;
    let mut follows = |(&len, &stride): (&isize, &isize)| {
        let fits = len == 1 || stride == step;
        step *= len;
        fits
    };
    let dimensions = shape.iter().zip(strides);
    if first_fastest { dimensions.into_iter().all(&mut follows) } else { dimensions.rev().all(&mut follows) }
}

/// Why a consumer cannot get the memory in the way it asks for.
fn refusal(flags: c_int, found: &Buffer, shape: &[isize], strides: &[isize]) -> Option<&'static str> {
    use buffer_flags::{ANY_CONTIGUOUS, C_CONTIGUOUS, F_CONTIGUOUS, STRIDES, WRITABLE};
    let asks = |wanted: i32| flags & wanted == wanted;
    let contiguous = |first_fastest| is_contiguous(shape, strides, found.item_size, first_fastest);
    if asks(WRITABLE) && found.readonly != 0 {
        Some("the memory is read-only")
    } else if asks(C_CONTIGUOUS) && !contiguous(false) {
        Some("the memory is not C-contiguous")
    } else if asks(F_CONTIGUOUS) && !contiguous(true) {
        Some("the memory is not Fortran contiguous")
    } else if asks(ANY_CONTIGUOUS) && !contiguous(false) && !contiguous(true) {
        Some("the memory is not contiguous")
    } else if !asks(STRIDES) && !contiguous(false) {
        Some("the memory is not C-contiguous, so it cannot do without strides")
    } else {
        None
    }
}

/// Lengths and steps that live as long as the process: PyPy releases a buffer without telling which.
fn keep(places: &[isize]) -> *const isize {
    static KEPT: Mutex<Vec<&'static [isize]>> = Mutex::new(Vec::new());
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let place = kept.partition_point(|known| **known < *places);
    match kept.get(place) {
        Some(known) if **known == *places => known.as_ptr(),
        _ => {
            let places: &'static [isize] = places.to_vec().leak();
            kept.insert(place, places);
            places.as_ptr()
        }
    }
}

/// `bf_getbuffer`
///
/// # Safety
/// The interpreter calls the slot.
pub(crate) unsafe extern "C-unwind" fn get(object: Ref, view: *mut Export, flags: c_int) -> c_int {
    // SAFETY: the interpreter passes an object whose class has the slot, and a struct to fill; the
    // extension fills as many places as it says there are dimensions.
    guarded(|| unsafe {
        (*view).object = None;
        // The number of dimensions, and then their lengths and steps.
        let mut places = [const { MaybeUninit::<isize>::uninit() }; 1 + 2 * BUFFER_MAX_DIMENSIONS];
        let lengths: *mut isize = places.as_mut_ptr().add(1).cast();
        let steps = lengths.add(BUFFER_MAX_DIMENSIONS);
        let mut found = Buffer {
            size: size_of::<Buffer>(),
            data: null_mut(),
            len: 0,
            item_size: 1,
            readonly: 1,
            dimensions: 0,
            format: core::ptr::null(),
            shape: lengths,
            strides: steps,
            suboffsets: core::ptr::null(),
            provider: null_mut(),
        };
        let Some(describe) = describe(object) else {
            raise::raise(capi::PyExc_SystemError(), format_args!("a class without memory was asked for it"));
            return -1;
        };
        if describe(object, &mut found) < 0 {
            return -1;
        }
        let count = found.dimensions as usize;
        steps.copy_to(lengths.add(count), count);
        places[0].write(count as isize);
        let places = from_raw_parts(places.as_ptr().cast::<isize>(), 1 + 2 * count);
        let (shape, strides) = places[1..].split_at(count);
        if let Some(text) = refusal(flags, &found, shape, strides) {
            raise::raise(capi::PyExc_BufferError(), format_args!("{text}"));
            return -1;
        }
        let asks = |wanted: i32| flags & wanted == wanted;
        let places = if facts().pypy {
            keep(places)
        } else {
            (*view).internal = Box::into_raw(Box::<[isize]>::from(places)).cast();
            (*view).internal
        };
        let places = places.add(1);
        (*view).data = found.data;
        (*view).len = found.len;
        (*view).item_size = found.item_size;
        (*view).readonly = found.readonly;
        (*view).dimensions = found.dimensions;
        (*view).format = if asks(buffer_flags::FORMAT) { found.format } else { core::ptr::null() };
        (*view).shape = if asks(buffer_flags::ND) { places } else { core::ptr::null() };
        (*view).strides = if asks(buffer_flags::STRIDES) { places.add(count) } else { core::ptr::null() };
        (*view).suboffsets = core::ptr::null();
        (*view).object = Some(owned::dup(object));
        0
    })
}

/// `bf_releasebuffer`, not on PyPy.
///
/// # Safety
/// The interpreter calls the slot, once for each buffer that [`get`] filled.
pub(crate) unsafe extern "C-unwind" fn release(_object: Ref, view: *mut Export) {
    // SAFETY: made by `get`, so long as its first word says.
    unsafe {
        let places = (*view).internal;
        drop(Box::from_raw(slice_from_raw_parts_mut(places, 1 + 2 * *places as usize)));
    }
}
