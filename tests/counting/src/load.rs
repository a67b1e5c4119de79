//! `load(address, spec)`

use crate::{COUNTS, context_of};
use core::ptr::null;
use hstack::exceptions::ImportError;
use hstack::{macros, prelude::*};
use hstack_cpython::Host;
use hstack_debug::counting;
use hstack_sys::{Context, Convention, FunctionDef, ModuleDef, ModuleExport, Ref};

pub(crate) static FUNCTION: FunctionDef = FunctionDef {
    size: size_of::<FunctionDef>(),
    name: c"load".as_ptr(),
    doc: c"Makes the module whose hstack_module_NAME function is at an address, with a counting context."
        .as_ptr(),
    signature: c"(address, spec, /)".as_ptr(),
    convention: Convention::Positional,
    flags: 0,
    entry: load as *const () as *const core::ffi::c_void,
};

/// Puts a counting context around each context that a loaded extension gets.
static HOST: Host = Host::new(wrap, counting::release);

/// # Safety
/// As [`counting::wrap`].
unsafe fn wrap(inner: *const Context) -> *const Context {
    // SAFETY: the provider's context outlives the wrapper, as `Host` says.
    unsafe { counting::wrap(inner, &COUNTS) }
}

unsafe extern "C" fn load(this: Ref, arguments: *const Ref, count: isize) -> Option<Ref> {
    // SAFETY: the interpreter calls this entry with its module and `count` arguments, which live until
    // it returns. The address is that of a `hstack_module_NAME`: Python code says so, as with `ctypes`.
    unsafe {
        macros::run(Some(this), |f| {
            if count != 2 {
                return Err(TypeError::new_err("load() takes an address and a spec"));
            }
            let [address, spec] = *arguments.cast::<[Ref; 2]>();
            let address = macros::lent::<Any>(f, address).extract::<usize>(f)?;
            if address == 0 {
                return Err(ValueError::new_err("the address of hstack_module_NAME is null"));
            }
            let export: ModuleExport = core::mem::transmute(address);
            // A failure leaves its exception pending, which is what an entry that returns null does.
            Ok(match definition(export, context_of(this))? {
                Some(definition) => hstack_cpython::load(definition, &HOST, spec),
                None => None,
            })
        })
    }
}

/// What the extension is; none with an exception pending.
///
/// # Safety
/// Attached to the context's interpreter, and the function is a `hstack_module_NAME`.
unsafe fn definition(export: ModuleExport, context: *const Context) -> Result<Option<&'static ModuleDef>> {
    assert_ne!(context, null(), "a function runs, so its module is alive");
    // SAFETY: as the caller says. The definition is static data of a binary that stays loaded.
    unsafe {
        match export(context).as_ref() {
            // The context is this binary's own, whose provider may leave its table empty.
            None if !hstack_cpython::functions::error_pending(context).is_set() => {
                Err(ImportError::new_err("the extension was built for another version of hstack's ABI"))
            }
            definition => Ok(definition),
        }
    }
}
