//! `tp_richcompare`, and the hash that a class keeps beside it.

use crate::class::{Class, class};
use crate::convert::Temp;
use crate::error::Result;
use crate::exceptions::TypeError;
use crate::ffi::entry::{Outcome, Returned, lent, run_lent};
use crate::frame::Frame;
use crate::handle::Handle;
use crate::types::{Any, CompareOp};
use core::ffi::c_int;
use hstack_sys::{Constant, Ref};

/// `tp_richcompare`: two objects and an operation in, an object out.
///
/// # Safety
/// An interpreter calls the slot.
#[inline(always)]
pub unsafe fn compare(
    this: Ref,
    other: Ref,
    operation: c_int,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>, Handle<'f, Any>, CompareOp) -> Result<Returned>,
) -> Option<Ref> {
    // SAFETY: the interpreter lends both.
    unsafe {
        run_lent([this, other], [], |f, [this, other], []| {
            let (this, other) = (lent(f, this), lent(f, other));
            body(f, this, other, CompareOp::from_number(operation)).map(Returned::into_code)
        })
    }
}

/// What a comparison answers that this class does not know.
#[inline]
pub(crate) fn not_implemented(f: &Frame<'_>) -> Result<Returned> {
    f.not_implemented().returned(f)
}

/// The class above `C`, or none: that is `object`, which knows nothing more.
fn base<'a, 'f, C: Class>(f: &'a Frame<'f>) -> Result<Option<Temp<'a, 'f>>> {
    let base = f.api().get_attr(class::<C>(f)?, f.api().interned("__base__")?.live())?;
    let object: Handle<Any> = f.known_constant(Constant::Object);
    Ok((base.raw() != object.raw()).then_some(base))
}

/// A comparison that the class does not define is that of the class above.
pub fn inherited_compare<'f, C: Class>(
    f: &Frame<'f>,
    this: Handle<'f, Any>,
    other: Handle<'f, Any>,
    operation: CompareOp,
) -> Result<Returned> {
    let Some(base) = base::<C>(f)? else { return not_implemented(f) };
    let method = f.api().get_attr(base.live(), f.api().interned(operation.method())?.live())?;
    let arguments = &mut [None, Some(this.live()), Some(other.live())];
    f.api().call_with(method.live(), arguments, 0, None).map(Returned::new)
}

/// `__ne__` of a class that defines `__eq__` alone.
#[inline]
pub fn inverted<'f>(f: &Frame<'f>, equal: Returned) -> Result<Returned> {
    let equal = equal.into_temp(f);
    if equal.raw() == f.not_implemented().raw() {
        return Ok(Returned::new(equal));
    }
    (!f.api().is_true(equal.live())?).returned(f)
}

/// The hash of a class that compares but does not define `__eq__`: that of the class above.
pub fn inherited_hash<'f, C: Class>(f: &Frame<'f>, this: Handle<'f, Any>) -> Result<isize> {
    let base = match base::<C>(f)? {
        Some(base) => base,
        None => Temp::of(f, f.known_constant::<Any>(Constant::Object).live()),
    };
    let method = f.api().get_attr(base.live(), f.api().interned("__hash__")?.live())?;
    if method.raw() == f.ctx().none() {
        return Err(TypeError::new_err(format!("unhashable type: '{}'", this.get_type(f).name(f)?)));
    }
    let hash = f.api().call_with(method.live(), &mut [None, Some(this.live())], 0, None)?;
    let mut value = 0;
    f.api().hash(hash.live(), &mut value)?;
    Ok(value)
}
