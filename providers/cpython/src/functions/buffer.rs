//! Buffers.

use crate::capi;
use crate::exporter::Export;
use crate::facts::{facts, type_of};
use crate::guard::{functions, passed};
use crate::owned::Owned;
use core::ffi::c_int;
use hstack_sys::{Buffer, Constant, Ref, Status};

/// The size of the interpreter's struct in words: PyPy's has room for 64 dimensions.
fn words() -> usize {
    if facts().pypy { 160 } else { 12 }
}

fn new_export() -> *mut Export {
    let memory: Box<[usize]> = vec![0; words()].into();
    Box::into_raw(memory).cast()
}

unsafe fn free_export(export: *mut Export) {
    let memory = core::ptr::slice_from_raw_parts_mut(export.cast::<usize>(), words());
    // SAFETY: made by `new_export`, which asked for as many words.
    drop(unsafe { Box::from_raw(memory) });
}

/// Whether a memoryview says that it is read-only: PyPy 3.9 forgets that where it exports the memory.
#[inline]
unsafe fn is_readonly(object: Ref) -> bool {
    // SAFETY: attached, and the object is alive.
    unsafe {
        let Some(text) = Owned::new(crate::raise::text("readonly")) else {
            capi::PyErr_Clear();
            return false;
        };
        let Some(value) = Owned::new(capi::PyObject_GetAttr(object, text.get())) else {
            capi::PyErr_Clear();
            return false;
        };
        let truth = capi::PyObject_IsTrue(value.get()).0;
        if truth < 0 {
            capi::PyErr_Clear();
        }
        truth > 0
    }
}

passed! {
    fn memoryview_from(object: Ref) -> Option<Ref> = PyMemoryView_FromObject;
}

functions! {
    fn buffer_get(object: Ref, buffer: *mut Buffer, flags: c_int; context) -> Status {
        (*buffer).provider = core::ptr::null_mut();
        let export = new_export();
        if capi::PyObject_GetBuffer(object, export.cast(), flags).0 < 0 {
            free_export(export);
            return Status::FAILED;
        }
        let found = &*export;
        let mut readonly = found.readonly;
        if readonly == 0
            && facts().pypy
            && (*context).constants[Constant::MemoryView as usize] == Some(type_of(object))
        {
            readonly = is_readonly(object).into();
        }
        (*buffer).data = found.data;
        (*buffer).len = found.len;
        (*buffer).item_size = found.item_size;
        (*buffer).readonly = readonly;
        (*buffer).dimensions = found.dimensions;
        (*buffer).format = found.format;
        (*buffer).shape = found.shape;
        (*buffer).strides = found.strides;
        (*buffer).suboffsets = found.suboffsets;
        (*buffer).provider = export.cast();
        Status::OK
    }

    fn buffer_release(buffer: *mut Buffer; context) {
        let export = (*buffer).provider.cast::<Export>();
        (*buffer).provider = core::ptr::null_mut();
        if !export.is_null() {
            capi::PyBuffer_Release(export.cast());
            free_export(export);
        }
    }
}
