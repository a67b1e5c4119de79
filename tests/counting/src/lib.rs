//! Loads another extension with a context that counts the calls of each table function.
//!
//! Python code passes the address of the other binary's `hstack_module_NAME` (from `ctypes`) and the
//! module's spec to `load`, runs what it wants to measure, and reads `counts()`. The pytest plugin
//! `tests/conformance/counting_plugin.py` does that for the conformance suite.
//!
//! The module is defined by hand where the macros do not reach: `load` works with bare references and
//! needs the module's own context, which `#[module]` keeps to itself.

mod load;

use core::ffi::c_void;
use core::ptr::null_mut;
use core::sync::atomic::{AtomicPtr, Ordering};
use hstack::{function, macros, prelude::*};
use hstack_debug::counting::Counts;
use hstack_sys::{ABI_VERSION, Context, ModuleDef, Ref, Status};

/// What every module that [`load`] made counts into.
static COUNTS: Counts = Counts::new();

/// Name to (index in the table, successes, failures, whether it can fail), for every table function.
#[function]
fn counts(f: &Frame) -> Result<Handle<Dict>> {
    let all = f.dict()?;
    for count in COUNTS.all() {
        all.set(f, count.name, (count.index, count.successes, count.failures, count.can_fail))?;
    }
    Ok(all)
}

/// How often an entry point of a counted module called the hook at its start.
#[function]
fn entries() -> u64 {
    COUNTS.entries().0
}

/// How often an entry point of a counted module called the hook at its end.
#[function]
fn exits() -> u64 {
    COUNTS.entries().1
}

/// Sets every count to zero.
#[function]
fn reset() {
    COUNTS.reset();
}

/// `Context::resolve` of the contexts of this module; null before the first one.
static RESOLVE: AtomicPtr<c_void> = AtomicPtr::new(null_mut());

/// The context of a module object of this module.
///
/// # Safety
/// Attached; `this` is such a module, which is alive.
unsafe fn context_of(this: Ref) -> *const Context {
    let resolve = RESOLVE.load(Ordering::Acquire);
    assert!(!resolve.is_null(), "a module of this binary has been attached");
    // SAFETY: not null, so it is what `attach` stored: a function of this type, valid as long as the
    // process, which takes what the caller promises.
    unsafe {
        let resolve: unsafe extern "C" fn(Option<Ref>) -> *const Context = core::mem::transmute(resolve);
        resolve(Some(this))
    }
}

unsafe extern "C" fn attach(module: Ref, context: *const Context) -> Status {
    // SAFETY: the provider calls this with a module and the context that it made for it, as
    // `macros::attach` wants.
    unsafe {
        RESOLVE.store((*context).resolve as *mut c_void, Ordering::Release);
        macros::attach(module, context, |f, module| {
            counts::__exported_by_an_hstack_attribute(f, module)?;
            entries::__exported_by_an_hstack_attribute(f, module)?;
            exits::__exported_by_an_hstack_attribute(f, module)?;
            reset::__exported_by_an_hstack_attribute(f, module)
        })
    }
}

static DEFINITION: ModuleDef = ModuleDef {
    size: size_of::<ModuleDef>(),
    abi: ABI_VERSION,
    flags: 0,
    name: c"counting".as_ptr(),
    doc: c"Loads extensions with a context that counts the calls of each table function.".as_ptr(),
    functions: &raw const load::FUNCTION,
    function_count: 1,
    attach,
    traverse: macros::TRAVERSE,
    clear: macros::CLEAR,
    detach: macros::DETACH,
};

/// How CPython and PyPy make the module.
///
/// # Safety
/// An interpreter calls it to import the module.
#[unsafe(no_mangle)]
#[allow(non_snake_case)]
pub unsafe extern "C" fn PyInit_counting() -> *mut c_void {
    // SAFETY: as the caller says.
    unsafe { hstack_cpython::init(&DEFINITION) }
}

/// How CPython 3.15 and later make the module.
///
/// # Safety
/// An interpreter calls it to import the module.
#[unsafe(no_mangle)]
#[allow(non_snake_case)]
pub unsafe extern "C" fn PyModExport_counting() -> *mut c_void {
    // SAFETY: as the caller says.
    unsafe { hstack_cpython::export(&DEFINITION) }
}
