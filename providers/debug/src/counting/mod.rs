//! A context that counts the calls of each table function.
//!
//! ```text
//! extension --> counting context --> inner context --> interpreter
//!                     |
//!                   Counts
//! ```
//!
//! The extension sees a context like any other: constants, interpreter number, `resolve` and `orphan`
//! are those of the inner one, whose provider must know that the extension was handed the wrapper (see
//! `Host` of `hstack-cpython`). It publishes no accelerators, so that reference counts go through the
//! table too, and it has hooks, so that entry points take their hooked path; the hooks count and
//! translate nothing.

mod counts;
#[cfg(test)]
mod tests;

pub use counts::{Count, Counts};

use crate::verdict::Verdict;
use core::ffi::{CStr, c_char, c_int, c_void};
use core::ptr::{null, null_mut};
use core::sync::atomic::AtomicPtr;
use hstack_sys::*;
use std::ffi::CString;

/// What the provider's word of a counting context points to.
struct Record {
    inner: *const Context,
    counts: &'static Counts,
    /// What the context's `name` points to.
    name: CString,
}

/// The inner context, and where to count.
///
/// Both are read before the call: it may be the one that ends the context (closing the last reference
/// to its module), or the one after which this thread is not attached any more, so that another may
/// end it at any time. What is counted into lives as long as the process.
///
/// # Safety
/// The context was made by [`wrap`] and is not released yet.
#[inline(always)]
unsafe fn parts(context: *const Context) -> (*const Context, &'static Counts) {
    // SAFETY: `wrap` stored a record there, which lives as long as the context.
    let record = unsafe { &*(*context).provider.cast::<Record>() };
    (record.inner, record.counts)
}

/// Makes the table: one wrapper for each function, in its place.
macro_rules! table {
    ({ $($field:ident: $value:expr,)* } $($(#[doc = $doc:literal])* $index:literal fn $name:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?;)*) => {{
        $(
            unsafe extern "C" fn $name($($arg: $ty,)* context: *const Context) $(-> $ret)? {
                // SAFETY: this function is in the table of contexts made by `wrap` alone, and the
                // caller keeps the contract of the table: the context lives when it is called.
                let (inner, counts) = unsafe { parts(context) };
                // SAFETY: `wrap` was promised that the inner context outlives this one; what the
                // caller promised about the arguments and the thread is passed on.
                counts.count(Function::$name, unsafe {
                    let function = (*inner).$name.expect("the context that is wrapped is complete");
                    function($($arg,)* inner)
                })
            }
        )*
        Context { $($field: $value,)* $($name: Some($name),)* }
    }};
}

/// Whether the functions of the table can fail, by index.
macro_rules! can_fail {
    ({} $($(#[doc = $doc:literal])* $index:literal fn $name:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?;)*) => {
        [$(<can_fail!(@result $($ret)?) as Verdict>::CAN_FAIL,)*]
    };
    (@result) => { () };
    (@result $ret:ty) => { $ret };
}
const CAN_FAIL: [bool; FUNCTION_COUNT] = for_each_function!(can_fail {});

static HOOKS: Hooks = Hooks { size: size_of::<Hooks>(), enter, leave };

unsafe extern "C" fn enter(
    references: *const Ref,
    count: usize,
    translated: *mut Ref,
    context: *const Context,
) {
    // SAFETY: these hooks are those of contexts made by `wrap` alone; the module whose function is
    // being entered keeps its context alive.
    let (_, counts) = unsafe { parts(context) };
    counts.enter();
    // SAFETY: the extension passes two arrays of `count` references, which do not overlap.
    unsafe { translated.copy_from_nonoverlapping(references, count) };
}

unsafe extern "C" fn leave(
    _translated: *const Ref,
    _count: usize,
    result: Option<Ref>,
    context: *const Context,
) -> Option<Ref> {
    // SAFETY: as in `enter`; the module's function has not returned yet.
    let (_, counts) = unsafe { parts(context) };
    counts.leave();
    result
}

/// A context that counts into `counts` and calls `inner` for everything; null when `inner` is one of
/// another version of the ABI. [`release`] frees it.
///
/// Whoever hands it to an extension must see to it that `inner`'s `resolve` finds it again.
///
/// # Safety
/// `inner` is a complete context that lives until the returned one is released.
pub unsafe fn wrap(inner: *const Context, counts: &'static Counts) -> *const Context {
    // SAFETY: the caller's context lives; every version of one starts with these two fields.
    let (size, abi) = unsafe { ((*inner).size, (*inner).abi) };
    if abi != ABI_VERSION || size < size_of::<Context>() {
        return null();
    }
    // SAFETY: as above, and it has all the fields of this version.
    let head = unsafe { &*inner };
    // SAFETY: a context's name is text that ends with a NUL and lives as long as the context.
    let inner_name = unsafe { CStr::from_ptr(head.name) };
    let mut name = b"counting over ".to_vec();
    name.extend_from_slice(inner_name.to_bytes());
    let name = CString::new(name).expect("neither part has a NUL");
    let record = Box::into_raw(Box::new(Record { inner, counts, name }));
    Box::into_raw(Box::new(for_each_function!(table {
        size: size_of::<Context>(),
        abi: ABI_VERSION,
        flags: head.flags,
        // SAFETY: made above. The text does not move with the record's owner.
        name: unsafe { (*record).name.as_ptr() },
        interpreter: head.interpreter,
        hooks: &HOOKS,
        resolve: head.resolve,
        orphan: head.orphan,
        extension: AtomicPtr::new(null_mut()),
        provider: record.cast(),
        accelerators: Accelerators::NONE,
        constants: head.constants,
    })))
}

/// Frees a context that [`wrap`] made.
///
/// # Safety
/// It was made by [`wrap`], and nobody uses it any more.
pub unsafe fn release(context: *const Context) {
    // SAFETY: `wrap` boxed both, and the caller gives up the last use of them.
    unsafe {
        let context = Box::from_raw(context.cast_mut());
        drop(Box::from_raw(context.provider.cast::<Record>()));
    }
}
