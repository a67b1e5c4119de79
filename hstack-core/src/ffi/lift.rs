//! Words with proof: how arguments go down to the table and results come up from it.

use crate::convert::Temp;
use crate::error::{Error, Result};
use crate::frame::Frame;
use core::ffi::{c_char, c_void};
use hstack_sys::*;
use std::marker::PhantomData;

/// A reference whose object is alive for `'x`.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Live<'x>(Ref, PhantomData<&'x ()>);

impl<'x> Live<'x> {
    /// # Safety
    /// The object is alive for `'x`.
    #[inline(always)]
    pub(crate) unsafe fn new(object: Ref) -> Self {
        Live(object, PhantomData)
    }

    #[inline(always)]
    pub(crate) fn raw(self) -> Ref {
        self.0
    }
}

/// A pointer that is good for the call it is passed to.
pub(crate) struct Raw<T>(T);

impl<T> Raw<T> {
    /// # Safety
    /// The pointer is good for what the function that it is passed to does with it.
    #[inline(always)]
    pub(crate) unsafe fn new(pointer: T) -> Self {
        Raw(pointer)
    }
}

/// Where a table function puts an owned reference.
pub(crate) struct Found<'a, 'f> {
    /// Lent to the function: `&mut found.slot`.
    pub(crate) slot: Slot,
    frame: &'a Frame<'f>,
}

/// The word itself.
pub(crate) struct Slot(Option<Ref>);

impl<'a, 'f> Found<'a, 'f> {
    #[inline(always)]
    pub(crate) fn new(frame: &'a Frame<'f>) -> Self {
        Found { slot: Slot(None), frame }
    }

    /// What was put there.
    #[inline(always)]
    pub(crate) fn take(mut self) -> Option<Temp<'a, 'f>> {
        // SAFETY: a table function put it there, and gave it to us.
        self.slot.0.take().map(|r| unsafe { Temp::new(self.frame, r) })
    }
}

impl Drop for Found<'_, '_> {
    #[inline(always)]
    fn drop(&mut self) {
        if let Some(r) = self.slot.0.take() {
            // SAFETY: as in `take`.
            drop(unsafe { Temp::new(self.frame, r) });
        }
    }
}

/// An argument type of the table, and what proves it good.
pub(crate) trait Lower: Sized {
    type From<'x>;
    fn lower(from: Self::From<'_>) -> Self;
}

impl Lower for Ref {
    type From<'x> = Live<'x>;
    #[inline(always)]
    fn lower(from: Live<'_>) -> Ref {
        from.0
    }
}

impl Lower for Option<Ref> {
    type From<'x> = Option<Live<'x>>;
    #[inline(always)]
    fn lower(from: Option<Live<'_>>) -> Option<Ref> {
        from.map(|l| l.0)
    }
}

impl Lower for *mut Option<Ref> {
    type From<'x> = &'x mut Slot;
    #[inline(always)]
    fn lower(from: &mut Slot) -> *mut Option<Ref> {
        &mut from.0
    }
}

macro_rules! lower {
    (plain $($plain:ty)*; out $($out:ty)*; raw $($raw:ty)*;) => {
        $(impl Lower for $plain {
            type From<'x> = $plain;
            #[inline(always)]
            fn lower(from: $plain) -> $plain { from }
        })*
        $(impl Lower for *mut $out {
            type From<'x> = &'x mut $out;
            #[inline(always)]
            fn lower(from: &mut $out) -> *mut $out { from }
        })*
        $(impl Lower for $raw {
            type From<'x> = Raw<$raw>;
            #[inline(always)]
            fn lower(from: Raw<$raw>) -> $raw { from.0 }
        })*
    };
}
lower! {
    plain i32 u32 i64 u64 isize usize f64 ThreadState Attachment;
    out i64 u64 isize usize f64 u32 StrView Attachment;
    raw *const Ref *mut Ref *const c_char *const c_void *mut c_void *const u8 *mut u8 *const i64 *const f64
        *mut Buffer *mut StrBuilder *const FunctionDef *const TypeDef *const ModuleDef *const Closure
        Option<unsafe extern "C" fn(*mut c_void)> VisitFn;
}

/// A result type of the table, and what becomes of it. Failure takes the pending exception out at
/// once, so that none is pending while Rust code runs.
pub(crate) trait Lift {
    type To<'a, 'f>
    where
        'f: 'a;
    fn lift<'a, 'f>(self, f: &'a Frame<'f>) -> Self::To<'a, 'f>;
}

impl Lift for Option<Ref> {
    type To<'a, 'f>
        = Result<Temp<'a, 'f>>
    where
        'f: 'a;
    #[inline(always)]
    fn lift<'a, 'f>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        match self {
            // SAFETY: a table function returns owned references.
            Some(r) => Ok(unsafe { Temp::new(f, r) }),
            None => Err(Error::take(f)),
        }
    }
}

impl Lift for Ref {
    type To<'a, 'f>
        = Temp<'a, 'f>
    where
        'f: 'a;
    #[inline(always)]
    fn lift<'a, 'f>(self, f: &'a Frame<'f>) -> Temp<'a, 'f> {
        // SAFETY: as above.
        unsafe { Temp::new(f, self) }
    }
}

impl Lift for Status {
    type To<'a, 'f>
        = Result<bool>
    where
        'f: 'a;
    #[inline(always)]
    fn lift<'f>(self, f: &Frame<'f>) -> Result<bool> {
        if self.0 < 0 { Err(Error::take(f)) } else { Ok(self.0 != 0) }
    }
}

impl Lift for Size {
    type To<'a, 'f>
        = Result<usize>
    where
        'f: 'a;
    #[inline(always)]
    fn lift<'f>(self, f: &Frame<'f>) -> Result<usize> {
        if self.0 < 0 { Err(Error::take(f)) } else { Ok(self.0 as usize) }
    }
}

impl Lift for Flag {
    type To<'a, 'f>
        = bool
    where
        'f: 'a;
    #[inline(always)]
    fn lift<'f>(self, _: &Frame<'f>) -> bool {
        self.is_set()
    }
}

macro_rules! lift_pointer {
    ($($ty:ty)*) => { $(
        impl Lift for $ty {
            type To<'a, 'f> = Result<$ty> where 'f: 'a;
            #[inline(always)]
            fn lift<'f>(self, f: &Frame<'f>) -> Result<$ty> {
                if self.is_null() { Err(Error::take(f)) } else { Ok(self) }
            }
        }
    )* };
}
lift_pointer!(*const c_char *const u8 *mut c_void);

macro_rules! lift_plain {
    ($($ty:ty)*) => { $(
        impl Lift for $ty {
            type To<'a, 'f> = $ty where 'f: 'a;
            #[inline(always)]
            fn lift<'f>(self, _: &Frame<'f>) -> $ty { self }
        }
    )* };
}
lift_plain!(() u32 usize ThreadState);
