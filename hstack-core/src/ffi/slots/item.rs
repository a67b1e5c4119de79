//! Items and attributes: what is set with a value is deleted without one.

use crate::class::{Class, class};
use crate::convert::{FromPy, ToPy};
use crate::error::{Error, Result};
use crate::exceptions::{AttributeError, IndexError, TypeError};
use crate::ffi::entry::{Code, Returned, lent, run, run_lent};
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, Subscript, no_subscript};
use core::ffi::c_int;
use hstack_sys::{Ref, kind};

/// What stands between the brackets behind an instance of `C`; the errors are those of a list.
#[inline]
pub fn subscript<'f, C: Class>(f: &Frame<'f>, key: Handle<'f, Any>) -> Result<Subscript<'f>> {
    Subscript::try_from_py(f, key)?.ok_or_else(|| no_subscript(f, key, C::NAME))
}

/// `mp_ass_subscript`, `tp_setattro`, `tp_descr_set`, the setter of a property: an object, a key and a
/// value, which is null to delete.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn assign(
    this: Ref,
    key: Ref,
    value: Option<Ref>,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>, Handle<'f, Any>, Option<Handle<'f, Any>>) -> Result,
) -> c_int {
    // SAFETY: the interpreter lends what it passes.
    unsafe {
        run_lent([this, key], [value], |f, [this, key], [value]| {
            let (this, key, value) = (lent(f, this), lent(f, key), value.map(|value| lent(f, value)));
            body(f, this, key, value).map(|()| 0)
        })
    }
}

/// The setter of a property; the value is null to delete it.
///
/// # Safety
/// An interpreter calls it.
#[inline(always)]
pub unsafe fn set(
    this: Ref,
    value: Option<Ref>,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>, Option<Handle<'f, Any>>) -> Result,
) -> c_int {
    // SAFETY: as above.
    unsafe {
        run_lent([this], [value], |f, [this], [value]| {
            let value = value.map(|value| lent(f, value));
            body(f, lent(f, this), value).map(|()| 0)
        })
    }
}

/// `sq_item` and `sq_ass_item`: the index is made an object, and `entry` is called with it. In a
/// class that counts negative indexes from the end the interpreter has done so before: one that is
/// negative still is out of range.
///
/// # Safety
/// An interpreter calls the slot; `entry` is one of the same object.
#[inline(always)]
pub unsafe fn by_index<C: Code>(this: Ref, index: isize, counted: bool, entry: impl FnOnce(Ref) -> C) -> C {
    // SAFETY: as for the other entries. The frame keeps the index.
    unsafe {
        run(Some(this), |f| {
            if counted && index < 0 {
                return Err(out_of_range());
            }
            let index = index.to_handle(f)?;
            match entry(index.raw()) {
                code if code.is_failed() => Err(Error::take(f)),
                code => Ok(code),
            }
        })
    }
}

#[cold]
fn out_of_range() -> Error {
    IndexError::new_err("index out of range")
}

/// A key of a class that counts negative indexes from the end.
#[inline(always)]
pub fn counted<'f>(f: &Frame<'f>, this: Handle<'f, Any>, key: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
    match f.api().small_int(key.live()) {
        Some(0..) => Ok(key),
        _ => counted_apart(f, this, key),
    }
}

#[inline]
fn counted_apart<'f>(f: &Frame<'f>, this: Handle<'f, Any>, key: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
    let Some(index) = crate::types::index(f, key)? else { return Ok(key) };
    if index >= 0 {
        // The value, so that `__index__` is called once.
        return if key.kinds(f) & kind::INT != 0 { Ok(key) } else { index.to_handle(f) };
    }
    match index.checked_add_unsigned(this.len(f)?) {
        Some(index) if index >= 0 => index.to_handle(f),
        _ => Err(out_of_range()),
    }
}

/// `del object[key]` of a class without `__delitem__`.
#[cold]
#[inline]
pub fn cannot_delete_item<'f>(f: &Frame<'f>, this: Handle<'f, Any>) -> Error {
    TypeError::new_err(format!("'{}' object doesn't support item deletion", type_name(f, this)))
}

/// `object[key] = value` of a class without `__setitem__`.
#[cold]
#[inline]
pub fn cannot_set_item<'f>(f: &Frame<'f>, this: Handle<'f, Any>) -> Error {
    TypeError::new_err(format!("'{}' object does not support item assignment", type_name(f, this)))
}

/// A descriptor without `__set__` or `__delete__`.
#[cold]
pub fn no_descriptor(method: &'static str) -> Error {
    AttributeError::new_err(method)
}

#[inline]
fn type_name<'f>(f: &Frame<'f>, this: Handle<'f, Any>) -> String {
    let name = f.api().type_name(f.api().type_of(this.live()).live());
    name.and_then(|name| String::from_temp(f, name)).unwrap_or_default()
}

/// `tp_getattro`: what was found, and after an `AttributeError` what `__getattr__` says. One that a
/// class of Python code overrides is called by the interpreter, when this one has found nothing.
#[inline]
pub fn attribute<'f, C: Class>(
    f: &mut Frame<'f>,
    this: Handle<'f, Any>,
    found: Result<Returned>,
    fallback: impl FnOnce(&mut Frame<'f>) -> Result<Returned>,
) -> Result<Returned> {
    match found {
        Err(error) if error.is_instance::<AttributeError>(f) && !overrides::<C>(f, this, "__getattr__")? => {
            fallback(f)
        }
        found => found,
    }
}

/// Whether the class of an instance has a method in place of that of `C`.
fn overrides<'f, C: Class>(f: &Frame<'f>, this: Handle<'f, Any>, method: &str) -> Result<bool> {
    let class = class::<C>(f)?;
    if f.is_exactly(this.live(), class) {
        return Ok(false);
    }
    let name = f.api().interned(method)?;
    let own = f.api().get_attr(class, name.live())?;
    let its = f.api().get_attr(f.api().type_of(this.live()).live(), name.live())?;
    Ok(own.raw() != its.raw())
}

/// `object.__getattribute__(this, name)`
#[inline]
pub fn usual_attribute<'f>(f: &Frame<'f>, this: Handle<'f, Any>, name: Handle<'f, Any>) -> Result<Returned> {
    f.api().get_attr_generic(this.live(), name.live()).map(Returned::new)
}

/// `object.__setattr__(this, name, value)`, or `object.__delattr__(this, name)`.
#[inline]
pub fn usual_assignment<'f>(
    f: &Frame<'f>,
    this: Handle<'f, Any>,
    name: Handle<'f, Any>,
    value: Option<Handle<'f, Any>>,
) -> Result {
    f.api().set_attr_generic(this.live(), name.live(), value.map(Handle::live))?;
    Ok(())
}

/// `tp_descr_get`: the instance or the owner may be null.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn get(
    this: Ref,
    instance: Option<Ref>,
    owner: Option<Ref>,
    body: impl for<'f> FnOnce(
        &mut Frame<'f>,
        Handle<'f, Any>,
        Handle<'f, Any>,
        Handle<'f, Any>,
    ) -> Result<Returned>,
) -> Option<Ref> {
    // SAFETY: the interpreter lends what it passes.
    unsafe {
        run_lent([this], [instance, owner], |f, [this], optional| {
            let [instance, owner] =
                optional.map(|given| given.map_or(f.none().as_any(), |given| lent(f, given)));
            body(f, lent(f, this), instance, owner).map(Returned::into_code)
        })
    }
}
