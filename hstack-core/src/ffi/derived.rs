//! Special methods that come from Rust traits: the entries behind `#[class(eq, ord, hash, str, repr)]`.

use super::entry::Outcome;
use super::exclusive::{Lend, Stored};
use super::payload::both_stored;
use super::slots::{self, Compare, Length, Unary, compare, not_implemented, number, share, unary};
use crate::class::{Class, Payload};
use crate::error::Result;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, CompareOp};
use core::ffi::{c_int, c_void};
use hstack_sys::Ref;
use std::collections::hash_map::DefaultHasher;
use std::fmt::{Debug, Display};
use std::hash::{Hash, Hasher};

type Shared<'f, C> = <<C as Payload>::Stored as Stored<C>>::Shared<'f>;

/// `tp_richcompare` through `PartialEq`.
#[inline]
pub const fn equal<C: Class + PartialEq>() -> *const c_void {
    unsafe extern "C" fn entry<C: Class + PartialEq>(this: Ref, other: Ref, operation: c_int) -> Option<Ref> {
        // SAFETY: an interpreter calls the slot.
        unsafe {
            compare(this, other, operation, |f, this, other, operation| {
                let Some(both) = both::<C>(f, this, other)? else { return not_implemented(f) };
                let (this, other) = (both.0.get(), both.1.get());
                match operation {
                    CompareOp::Eq => (this == other).returned(f),
                    CompareOp::Ne => (this != other).returned(f),
                    _ => not_implemented(f),
                }
            })
        }
    }
    entry::<C> as Compare as *const c_void
}

/// `tp_richcompare` through `PartialOrd`.
#[inline]
pub const fn ordered<C: Class + PartialOrd>() -> *const c_void {
    unsafe extern "C" fn entry<C: Class + PartialOrd>(
        this: Ref,
        other: Ref,
        operation: c_int,
    ) -> Option<Ref> {
        // SAFETY: as above.
        unsafe {
            compare(this, other, operation, |f, this, other, operation| {
                let Some(both) = both::<C>(f, this, other)? else { return not_implemented(f) };
                let (this, other) = (both.0.get(), both.1.get());
                let holds = match operation {
                    CompareOp::Eq => this == other,
                    CompareOp::Ne => this != other,
                    _ => this.partial_cmp(other).is_some_and(|order| operation.matches(order)),
                };
                holds.returned(f)
            })
        }
    }
    entry::<C> as Compare as *const c_void
}

/// `tp_hash` through `Hash`: the same value in every process.
#[inline]
pub const fn hash<C: Class + Hash>() -> *const c_void {
    unsafe extern "C" fn entry<C: Class + Hash>(this: Ref) -> isize {
        // SAFETY: as above.
        unsafe {
            number(this, |f, this| {
                let mut hasher = DefaultHasher::new();
                share::<C>(f, this, &"__hash__")?.get().hash(&mut hasher);
                slots::hash(hasher.finish())
            })
        }
    }
    entry::<C> as Length as *const c_void
}

/// `tp_str` through `Display`.
#[inline]
pub const fn display<C: Class + Display>() -> *const c_void {
    unsafe extern "C" fn entry<C: Class + Display>(this: Ref) -> Option<Ref> {
        // SAFETY: as above.
        unsafe { unary(this, |f, this| share::<C>(f, this, &"__str__")?.get().to_string().returned(f)) }
    }
    entry::<C> as Unary as *const c_void
}

/// `tp_repr` through `Debug`.
#[inline]
pub const fn debug<C: Class + Debug>() -> *const c_void {
    unsafe extern "C" fn entry<C: Class + Debug>(this: Ref) -> Option<Ref> {
        // SAFETY: as above.
        unsafe { unary(this, |f, this| format!("{:?}", share::<C>(f, this, &"__repr__")?.get()).returned(f)) }
    }
    entry::<C> as Unary as *const c_void
}

/// The payloads of both operands, when the other one is an instance too.
#[inline]
fn both<'f, C: Class>(
    f: &Frame<'f>,
    this: Handle<'f, Any>,
    other: Handle<'f, Any>,
) -> Result<Option<(Shared<'f, C>, Shared<'f, C>)>> {
    const WHO: &&str = &"a comparison";
    match both_stored::<C>(f, this, other)? {
        Some((this, other)) => Ok(Some((this.share(WHO)?, other.share(WHO)?))),
        None => Ok(None),
    }
}
