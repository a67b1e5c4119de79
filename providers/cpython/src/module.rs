//! Modules: what the interpreter is given when it imports an extension.

use crate::guard::guarded;
use crate::home::Home;
use crate::methods::methods;
use crate::moduledef::{self, Form, Record};
use crate::owned::{self, Owned};
use crate::raise::text;
use crate::{capi, facts, symbols};
use core::ffi::{CStr, c_char, c_int, c_void};
use core::ptr::null_mut;
use hstack_sys::{Context, ModuleDef, Ref, VisitFn};
use std::sync::{Mutex, PoisonError};

/// Somebody who puts a context of their own around each context before the extension gets it: a
/// debug, trace or counting provider.
pub struct Host {
    pub(crate) wrap: unsafe fn(*const Context) -> *const Context,
    pub(crate) release: unsafe fn(*const Context),
    /// Fills the table of a plain context.
    pub(crate) complete: fn(&mut Context),
}

impl Host {
    /// `wrap` makes the context that the extension gets, around a plain, complete one that lives
    /// longer; null, with an exception pending: the import fails. `release` frees what `wrap` made,
    /// after the extension has let go of it.
    #[inline]
    pub const fn new(
        wrap: unsafe fn(*const Context) -> *const Context,
        release: unsafe fn(*const Context),
    ) -> Host {
        Host { wrap, release, complete: crate::table::complete }
    }
}

static NUMBERING: Mutex<()> = Mutex::new(());

/// The version number that modules are created with: CPython checks it against its own only to warn.
const API_VERSION: c_int = 1013;

/// Fills a module: what the interpreter calls to execute it.
pub(crate) unsafe extern "C-unwind" fn exec(module: Ref) -> c_int {
    // SAFETY: the interpreter calls this attached, with a module that was made from a record.
    guarded(|| if unsafe { fill(module) }.is_some() { 0 } else { -1 })
}

unsafe fn fill(module: Ref) -> Option<()> {
    // SAFETY: as for `exec`; the state has room for one pointer.
    unsafe {
        let Some(record) = record_of(module) else {
            crate::raise::raise(
                capi::PyExc_SystemError(),
                format_args!("this module was not made by hstack"),
            );
            return None;
        };
        let state = capi::PyModule_GetState(module).cast::<*mut Home>();
        let Some(owner) = state.as_mut() else {
            crate::raise::raise(capi::PyExc_SystemError(), format_args!("this module has no state"));
            return None;
        };
        let definition = record.definition;
        if definition.function_count > 0 {
            let table = methods(definition.functions, definition.function_count);
            if capi::PyModule_AddFunctions(module, table.cast()) < 0 {
                return None;
            }
        }
        Home::attach(module, definition, record.host, owner)
    }
}

/// The home in the state of a module of ours, if it has one by now.
unsafe fn home_of<'a>(module: Ref) -> Option<&'a Home> {
    // SAFETY: the caller's module was made from a record, whose state is a home or null.
    unsafe { capi::PyModule_GetState(module).cast::<*mut Home>().as_ref()?.as_ref() }
}

/// Reports what a module's extension keeps, to the collector.
pub(crate) unsafe extern "C-unwind" fn traverse(module: Ref, visit: VisitFn, argument: *mut c_void) -> c_int {
    // SAFETY: the interpreter calls this attached, with a module that was made from a record.
    guarded(|| unsafe { home_of(module).map_or(0, |home| home.traverse(visit, argument)) })
}

/// Lets a module's extension close what it keeps: the module is garbage.
pub(crate) unsafe extern "C-unwind" fn clear(module: Ref) -> c_int {
    // SAFETY: as in `traverse`.
    guarded(|| unsafe {
        if let Some(home) = home_of(module) {
            home.clear();
        }
    });
    0
}

/// Takes a module's context from its extension: the module is going away.
pub(crate) unsafe extern "C-unwind" fn free(module: Ref) {
    // SAFETY: the interpreter calls this attached, once, with a module that was made from a record.
    guarded(|| unsafe {
        if let Some(owner) = capi::PyModule_GetState(module).cast::<*mut Home>().as_mut() {
            let home = core::mem::replace(owner, null_mut());
            if !home.is_null() {
                Home::detach(home);
            }
        }
    })
}

/// The record that a module was made from, when it is one of ours. Leaves no exception.
///
/// # Safety
/// Attached; the object is a module.
pub(crate) unsafe fn record_of(module: Ref) -> Option<&'static Record> {
    // SAFETY: as the caller says.
    unsafe {
        let definition = capi::PyModule_GetDef(module);
        if !definition.is_null() {
            return moduledef::known(definition);
        }
        if crate::raise::pending() {
            capi::PyErr_Clear();
        }
        let mut token = null_mut();
        let get = capi::PyModule_GetToken()?;
        if get(module, &mut token) < 0 {
            capi::PyErr_Clear();
            return None;
        }
        moduledef::known(token)
    }
}

/// Makes an `ImportError` pending before the symbols are there.
unsafe fn fail(missing: &CStr) {
    let message = [b"hstack: this Python has no ", missing.to_bytes_with_nul()].concat();
    let (set, class) = (symbols::find(c"PyErr_SetString"), symbols::find(c"PyExc_ImportError"));
    if set.is_null() || class.is_null() {
        return;
    }
    // SAFETY: the signature is the same in every version, and the variable holds the class.
    unsafe {
        let set: unsafe extern "C" fn(Ref, *const c_char) = core::mem::transmute(set);
        set(*class.cast::<Ref>(), message.as_ptr().cast());
    }
}

/// Finds the interpreter's symbols, or makes an `ImportError` pending.
unsafe fn start() -> Option<()> {
    // SAFETY: the caller is attached.
    match unsafe { facts::start() } {
        Ok(()) => Some(()),
        Err(missing) => {
            // SAFETY: as above.
            unsafe { fail(missing) };
            None
        }
    }
}

/// The body of `PyInit_NAME`: what the interpreter makes the module from (PEP 489), or null with an
/// exception pending.
///
/// # Safety
/// An interpreter calls this to import the module, attached.
pub unsafe fn init(definition: &'static ModuleDef) -> *mut c_void {
    // SAFETY: as the caller says; the definition that is returned lives for ever.
    guarded(|| unsafe {
        match start() {
            Some(()) => {
                // It numbers the definition, which interpreters with a GIL of their own share.
                let _one = NUMBERING.lock().unwrap_or_else(PoisonError::into_inner);
                capi::PyModuleDef_Init(moduledef::get(definition, None, Form::MultiPhase))
            }
            None => null_mut(),
        }
    })
}

/// The body of `PyModExport_NAME`: the slots that the interpreter makes the module from (PEP 793),
/// or null where it does not know them.
///
/// # Safety
/// An interpreter calls this to import the module, attached.
pub unsafe fn export(definition: &'static ModuleDef) -> *mut c_void {
    // Other runtimes use the same entry for something else: they get null.
    if symbols::find(c"PyModule_FromSlotsAndSpec").is_null() {
        return null_mut();
    }
    // SAFETY: as the caller says.
    guarded(|| match unsafe { start() } {
        Some(()) => moduledef::get(definition, None, Form::Slots),
        None => null_mut(),
    })
}

/// Makes and fills a module whose extension gets the contexts of `host`. `spec` has the name of the
/// module as its `name`.
///
/// # Safety
/// Attached to an interpreter of this process.
pub unsafe fn load(definition: &'static ModuleDef, host: &'static Host, spec: Ref) -> Option<Ref> {
    // SAFETY: as the caller says.
    guarded(|| unsafe { start().and_then(|()| create(definition, Some(host), spec)) })
}

/// Makes and fills a module.
unsafe fn create(definition: &'static ModuleDef, host: Option<&'static Host>, spec: Ref) -> Option<Ref> {
    // SAFETY: the caller is attached, and the spec alive.
    unsafe {
        let module = match (capi::PyModule_FromDefAndSpec2(), capi::PyModule_ExecDef()) {
            (Some(create), Some(exec)) => {
                let interpreter_definition = moduledef::get(definition, host, Form::MultiPhase);
                let module = Owned::new(create(interpreter_definition, spec, API_VERSION))?;
                if exec(module.get(), interpreter_definition) < 0 {
                    return None;
                }
                module
            }
            _ => {
                let module = Owned::new(capi::PyModule_Create2(
                    moduledef::get(definition, host, Form::Plain),
                    API_VERSION,
                ))?;
                let name = Owned::new(capi::PyObject_GetAttrString(spec, c"name".as_ptr()))?;
                if capi::PyObject_SetAttrString(module.get(), c"__name__".as_ptr(), Some(name.get())).0 < 0 {
                    return None;
                }
                fill(module.get())?;
                module
            }
        };
        Some(module.release())
    }
}

/// `importlib.machinery.ModuleSpec(name, None)`
unsafe fn new_spec(name: Ref) -> Option<Owned> {
    // SAFETY: the caller is attached.
    unsafe {
        let machinery = Owned::new(capi::PyImport_ImportModule(c"importlib.machinery".as_ptr()))?;
        let method = Owned::new(text("ModuleSpec"))?;
        let none = symbols::find(c"_Py_NoneStruct");
        let arguments = [machinery.get(), name, Ref(core::ptr::NonNull::new(none.cast())?)];
        Owned::new(capi::PyObject_VectorcallMethod(method.get(), arguments.as_ptr(), arguments.len(), None))
    }
}

/// A module inside a module, importable as `parent.child`. It shares the context of the module around
/// it, and the caller fills it.
///
/// # Safety
/// Attached; the parent is alive.
#[inline]
pub(crate) unsafe fn nested(definition: &'static ModuleDef, home: &Home, parent: Ref) -> Option<Ref> {
    // SAFETY: as the caller says.
    unsafe {
        let short = CStr::from_ptr(definition.name);
        let short = Owned::new(text(&short.to_string_lossy()))?;
        let parent_name = Owned::new(capi::PyObject_GetAttrString(parent, c"__name__".as_ptr()))?;
        let dot = Owned::new(text("."))?;
        let start = Owned::new(capi::PyUnicode_Concat(parent_name.get(), dot.get()))?;
        let name = Owned::new(capi::PyUnicode_Concat(start.get(), short.get()))?;
        let spec = new_spec(name.get())?;
        let own = moduledef::get(definition, home.host, Form::Plain);
        let module = Owned::new(capi::PyModule_Create2(own, API_VERSION))?;
        let state = capi::PyModule_GetState(module.get()).cast::<*mut Home>().as_mut()?;
        *state = home.share(module.get(), definition);
        let attributes =
            [(c"__name__", name.get()), (c"__spec__", spec.get()), (c"__package__", parent_name.get())];
        for (attribute, value) in attributes {
            if capi::PyObject_SetAttrString(module.get(), attribute.as_ptr(), Some(value)).0 < 0 {
                return None;
            }
        }
        let modules = owned::dup(capi::PyImport_GetModuleDict()?);
        let modules = Owned::new(Some(modules))?;
        if capi::PyObject_SetItem(modules.get(), name.get(), module.get()).0 < 0
            || capi::PyObject_SetAttr(parent, short.get(), Some(module.get())).0 < 0
        {
            return None;
        }
        Some(module.release())
    }
}
