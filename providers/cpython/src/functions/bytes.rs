//! bytes and bytearray.

use crate::capi;
use crate::guard::functions;
use crate::raise::raise;
use crate::section;
use core::ptr;
use hstack_sys::{Ref, Status};

/// The memory of a bytearray from an offset on, if it has so many bytes there.
unsafe fn memory(object: Ref, offset: usize, len: usize) -> Option<*mut u8> {
    // SAFETY: a live bytearray.
    unsafe {
        let size = capi::PyByteArray_Size(object) as usize;
        if offset > size || len > size - offset {
            raise(capi::PyExc_IndexError(), format_args!("bytearray index out of range"));
            return None;
        }
        Some(capi::PyByteArray_AsString(object).add(offset))
    }
}

functions! {
    fn bytes_from(data: *const u8, len: usize; context) -> Option<Ref> {
        // Without data the interpreter would leave the bytes unset.
        let data = if len == 0 { c"".as_ptr().cast() } else { data };
        capi::PyBytes_FromStringAndSize(data, len as isize)
    }

    fn bytes_view(object: Ref, len: *mut usize; context) -> *const u8 {
        let (mut data, mut size) = (ptr::null_mut(), 0);
        if capi::PyBytes_AsStringAndSize(object, &mut data, &mut size) < 0 {
            return ptr::null();
        }
        *len = size as usize;
        data
    }

    fn bytearray_from(data: *const u8, len: usize; context) -> Option<Ref> {
        let data = if len == 0 { c"".as_ptr().cast() } else { data };
        capi::PyByteArray_FromStringAndSize(data, len as isize)
    }

    fn bytearray_read(object: Ref, offset: usize, data: *mut u8, len: usize; context) -> Status {
        section::with(object, || match memory(object, offset, len) {
            Some(memory) => {
                ptr::copy(memory, data, len);
                Status::OK
            }
            None => Status::FAILED,
        })
    }

    fn bytearray_write(object: Ref, offset: usize, data: *const u8, len: usize; context) -> Status {
        section::with(object, || match memory(object, offset, len) {
            Some(memory) => {
                ptr::copy(data, memory, len);
                Status::OK
            }
            None => Status::FAILED,
        })
    }

    fn bytearray_resize(object: Ref, len: usize; context) -> Status {
        // As an isize it would be negative, which CPython up to 3.13 takes.
        let Ok(len) = isize::try_from(len) else {
            capi::PyErr_NoMemory();
            return Status::FAILED;
        };
        Status(capi::PyByteArray_Resize(object, len))
    }
}
