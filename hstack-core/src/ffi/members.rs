//! Enums as classes: what the macros write for them comes down to this.

use super::entry::Outcome;
use super::slots::{self, Compare, Length, Unary, compare, not_implemented, number, receiver, unary};
use crate::class::{Class, class};
use crate::convert::Temp;
use crate::error::Result;
use crate::ffi::state::Index;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, CompareOp, Int, Tuple, Type};
use core::ffi::{c_int, c_void};
use hstack_sys::{Convention, FunctionDef, Ref};

/// Where each interpreter keeps the object of a variant.
pub struct Member(Index);

impl Member {
    /// A place.
    #[inline]
    #[allow(clippy::new_without_default)]
    pub const fn new() -> Self {
        Member(Index::new())
    }
}

/// An enum none of whose variants has data.
pub trait Enumeration: Class<Stored = Self> {
    /// The name of the class.
    const NAME: &'static str;
    /// Those of the variants.
    const NAMES: &'static [&'static str];
    /// Their places.
    fn members() -> &'static [Member];
    /// Which variant it is.
    fn index(&self) -> usize;
    /// The variant at an index.
    fn of_index(index: usize) -> Self;
    /// The discriminant.
    fn number(&self) -> i64;
}

/// The object of a variant, made once.
#[inline]
pub fn object<'a, 'f, E: Enumeration>(f: &'a Frame<'f>, value: &E) -> Result<Temp<'a, 'f>> {
    let index = value.index();
    let object = f.cached(&E::members()[index].0, |f| {
        let object = f.api().instance(class::<E>(f)?, &E::definition().type_def)?;
        // SAFETY: a new instance of the class.
        unsafe { f.write_payload(object.live(), E::of_index(index)) };
        Ok(object)
    })?;
    Ok(Temp::of(f, object))
}

/// The variant that an object stands for.
#[inline]
pub fn value<'f, E: Enumeration>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<E> {
    let object = object.cast::<E>(f)?;
    Ok(E::of_index(object.payload(f).index()))
}

/// An enum with data that can be taken out of its object.
pub trait Copied<'f>: Class<Stored = Self> {
    /// Another one.
    fn copied(&self) -> Self;
}

impl<E: Class<Stored = E> + Clone> Copied<'_> for E {
    #[inline]
    fn copied(&self) -> Self {
        self.clone()
    }
}

/// The value of an object.
#[inline]
pub fn copied<'f, E: Copied<'f>>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<E> {
    Ok(object.cast::<E>(f)?.payload(f).copied())
}

/// Gives a new class its variants.
pub fn add<'f, E: Enumeration>(f: &Frame<'f>, class: Handle<'f, Type>) -> Result {
    for (index, name) in E::NAMES.iter().enumerate() {
        let object: Handle<Any> = f.push(object(f, &E::of_index(index))?);
        class.set_attr(f, *name, object)?;
    }
    Ok(())
}

/// Gives the class of an enum that of a variant.
pub fn add_variant<'f, V: Class>(
    f: &Frame<'f>,
    class: Handle<'f, Type>,
    name: &str,
    qualname: &str,
) -> Result {
    let variant = f.get_class::<V>()?;
    variant.set_attr(f, "__qualname__", qualname)?;
    variant.set_attr(f, "__module__", class.get_attr::<Handle<Any>>(f, "__module__")?)?;
    class.set_attr(f, name, variant)
}

/// A tuple of names.
#[inline]
pub fn names<'f>(f: &Frame<'f>, names: &[&str]) -> Result<Handle<'f, Tuple>> {
    let names =
        names.iter().map(|name| crate::convert::ToPy::to_handle(*name, f)).collect::<Result<Vec<_>>>()?;
    f.tuple_of(&names)
}

/// `Enum.Variant`
#[inline]
pub const fn repr<E: Enumeration>() -> *const c_void {
    unsafe extern "C" fn entry<E: Enumeration>(this: Ref) -> Option<Ref> {
        // SAFETY: an interpreter calls the slot.
        unsafe {
            unary(this, |f, this| {
                let value = receiver::<E>(f, this)?.payload(f);
                format!("{}.{}", <E as Enumeration>::NAME, E::NAMES[value.index()]).returned(f)
            })
        }
    }
    entry::<E> as Unary as *const c_void
}

/// `int(Enum.Variant)`
#[inline]
pub const fn int<E: Enumeration>() -> *const c_void {
    unsafe extern "C" fn entry<E: Enumeration>(this: Ref) -> Option<Ref> {
        // SAFETY: as above.
        unsafe { unary(this, |f, this| receiver::<E>(f, this)?.payload(f).number().returned(f)) }
    }
    entry::<E> as Unary as *const c_void
}

/// `tp_richcompare`: equal to the same variant, and to its number.
#[inline]
pub const fn equal_int<E: Enumeration>() -> *const c_void {
    unsafe extern "C" fn entry<E: Enumeration>(this: Ref, other: Ref, operation: c_int) -> Option<Ref> {
        // SAFETY: as above.
        unsafe {
            compare(this, other, operation, |f, this, other, operation| {
                let value = receiver::<E>(f, this)?.payload(f);
                let other = match (other.try_cast::<E>(f), other.try_cast::<Int>(f)) {
                    (Some(other), _) => Some(other.payload(f).number()),
                    // What does not fit is not equal.
                    (None, Some(_)) => other.extract::<i64>(f).ok(),
                    (None, None) => return not_implemented(f),
                };
                match operation {
                    CompareOp::Eq => (other == Some(value.number())).returned(f),
                    CompareOp::Ne => (other != Some(value.number())).returned(f),
                    _ => not_implemented(f),
                }
            })
        }
    }
    entry::<E> as Compare as *const c_void
}

/// `tp_hash`: that of the number, which it is equal to.
#[inline]
pub const fn hash_int<E: Enumeration>() -> *const c_void {
    unsafe extern "C" fn entry<E: Enumeration>(this: Ref) -> isize {
        // SAFETY: as above.
        unsafe {
            number(this, |f, this| {
                let value = receiver::<E>(f, this)?.payload(f).number();
                let object: Handle<Any> = crate::convert::ToPy::to_handle(value, f)?;
                slots::hash(object.hash(f)?)
            })
        }
    }
    entry::<E> as Length as *const c_void
}

/// `__reduce__`: the variant is found by its name again.
#[inline]
pub const fn reduce<E: Enumeration>() -> FunctionDef {
    unsafe extern "C" fn entry<E: Enumeration>(this: Ref) -> Option<Ref> {
        // SAFETY: an interpreter calls the method.
        unsafe {
            unary(this, |f, this| {
                let name = E::NAMES[receiver::<E>(f, this)?.payload(f).index()];
                let getattr = crate::imported!("builtins", "getattr").get(f)?;
                (getattr, (f.get_class::<E>()?, name)).returned(f)
            })
        }
    }
    super::pickle::method(
        c"__reduce__",
        c"($self, /)",
        Convention::NoArguments,
        0,
        entry::<E> as Unary as *const c_void,
    )
}
