//! Views of memory: buffers, strings and the string builder.

use core::ffi::{c_char, c_void};

/// How many dimensions a [`Buffer`] can describe (`PyBUF_MAX_NDIM`).
pub const BUFFER_MAX_DIMENSIONS: usize = 64;

/// What a consumer asks of an exporter, in CPython's numbering (`Include/pybuffer.h`).
pub mod buffer_flags {
    /// A contiguous read-only block of bytes is enough.
    pub const SIMPLE: i32 = 0;
    /// The memory must be writable.
    pub const WRITABLE: i32 = 0x1;
    /// Fill in `format`.
    pub const FORMAT: i32 = 0x4;
    /// Fill in `shape`.
    pub const ND: i32 = 0x8;
    /// Fill in `strides`.
    pub const STRIDES: i32 = 0x10 | ND;
    /// The memory must be contiguous in C order.
    pub const C_CONTIGUOUS: i32 = 0x20 | STRIDES;
    /// The memory must be contiguous in Fortran order.
    pub const F_CONTIGUOUS: i32 = 0x40 | STRIDES;
    /// The memory must be contiguous in either order.
    pub const ANY_CONTIGUOUS: i32 = 0x80 | STRIDES;
    /// Everything that a strided consumer needs, read-only.
    pub const RECORDS_RO: i32 = STRIDES | FORMAT;
    /// Everything that a strided consumer needs, writable.
    pub const RECORDS: i32 = STRIDES | FORMAT | WRITABLE;
}

/// An export of memory (PEP 3118), filled by `buffer_get` and given back by `buffer_release`.
#[repr(C)]
#[derive(Debug)]
pub struct Buffer {
    /// The size of this struct, set by the caller.
    pub size: usize,
    /// The first item.
    pub data: *mut c_void,
    /// The length of the memory, in bytes.
    pub len: isize,
    /// The length of an item, in bytes.
    pub item_size: isize,
    /// Non-zero: the memory must not be written.
    pub readonly: i32,
    /// The number of dimensions.
    pub dimensions: i32,
    /// The type of an item as the `struct` module writes it; null: unsigned bytes.
    pub format: *const c_char,
    /// `dimensions` lengths, in items; null: one dimension of `len / item_size`.
    pub shape: *const isize,
    /// `dimensions` steps, in bytes; null: contiguous in C order.
    pub strides: *const isize,
    /// Not null: the memory is reached through pointers, which hstack does not follow.
    pub suboffsets: *const isize,
    /// The provider's own.
    pub provider: *mut c_void,
}

/// A look into a str: `len` characters of `kind` bytes each.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct StrView {
    /// 1, 2 or 4: the bytes of a character (Latin-1, UCS-2, UCS-4).
    pub kind: u32,
    /// Non-zero: every character is below 128.
    pub ascii: u32,
    /// The first character.
    pub data: *const c_void,
    /// The number of characters.
    pub len: usize,
}

/// A str under construction, made by `str_builder_new`: the extension writes `len` characters of
/// `kind` bytes to `data`, then calls `str_builder_finish` or `str_builder_cancel`, once.
#[repr(C)]
#[derive(Debug)]
pub struct StrBuilder {
    /// The size of this struct, set by the caller.
    pub size: usize,
    /// 1, 2 or 4: the bytes of a character.
    pub kind: u32,
    /// The number of characters.
    pub len: usize,
    /// Where to write them.
    pub data: *mut c_void,
    /// The provider's own.
    pub provider: *mut c_void,
}
