//! The words that cross the table.

use core::ffi::{c_int, c_void};
use core::ptr::NonNull;

/// What a reference points to: known to the provider alone.
#[repr(C)]
pub struct Object {
    _opaque: [u8; 0],
}

/// One opaque reference to a Python object. Never null; `Option<Ref>` is the nullable form, of the
/// same size.
///
/// On CPython it is the object's address; elsewhere it is whatever the provider likes. An extension
/// compares references and passes them back, and nothing else.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Ref(pub NonNull<Object>);

/// The outcome of a call: below zero is failure, with an exception pending; zero and above is
/// success and, where the function says so, an answer (0 no or absent, 1 yes or found).
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Status(pub c_int);

impl Status {
    /// Success, or "no".
    pub const OK: Status = Status(0);
    /// "Yes", or "found".
    pub const YES: Status = Status(1);
    /// Failure; an exception is pending.
    pub const FAILED: Status = Status(-1);
}

/// A length or a hash-like size: below zero is failure, with an exception pending.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Size(pub isize);

/// A yes-or-no answer of a function that cannot fail: zero is no.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Flag(pub c_int);

impl Flag {
    /// Whether the answer is yes.
    #[inline(always)]
    pub const fn is_set(self) -> bool {
        self.0 != 0
    }
}

/// What a provider remembers of a thread that gave up the interpreter.
#[repr(transparent)]
#[derive(Clone, Copy, Debug)]
pub struct ThreadState(pub *mut c_void);

/// What a provider remembers of a thread that attached by itself.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Attachment {
    /// Which way of attaching it was; known to the provider.
    pub kind: usize,
    /// The provider's own word.
    pub state: *mut c_void,
}
