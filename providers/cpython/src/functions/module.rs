//! Modules, imports and running source text.

use crate::capi;
use crate::guard::{functions, passed};
use crate::home::Home;
use crate::owned::Owned;
use crate::raise::text;
use core::ffi::{CStr, c_char, c_int};
use hstack_sys::{ModuleDef, Ref, Status};

#[inline]
unsafe fn compile(source: *const c_char, filename: *const c_char, mode: c_int) -> Option<Owned> {
    // SAFETY: the texts are NUL-terminated.
    unsafe {
        let builtins = Owned::new(capi::PyImport_ImportModule(c"builtins".as_ptr()))?;
        let name = Owned::new(text("compile"))?;
        let source = CStr::from_ptr(source).to_bytes();
        let source =
            Owned::new(capi::PyUnicode_FromStringAndSize(source.as_ptr().cast(), source.len() as isize))?;
        let filename = CStr::from_ptr(filename).to_bytes();
        let filename = Owned::new(capi::PyUnicode_DecodeFSDefaultAndSize(
            filename.as_ptr().cast(),
            filename.len() as isize,
        ))?;
        let mode = Owned::new(text(if mode == 0 { "eval" } else { "exec" }))?;
        let inherit = Owned::new(capi::PyLong_FromLongLong(1))?;
        let zero = Owned::new(capi::PyLong_FromLongLong(0))?;
        let arguments = [builtins.get(), source.get(), filename.get(), mode.get(), zero.get(), inherit.get()];
        Owned::new(capi::PyObject_VectorcallMethod(name.get(), arguments.as_ptr(), arguments.len(), None))
    }
}

/// The namespace of `__main__`.
#[inline]
unsafe fn main_namespace() -> Option<Owned> {
    // SAFETY: attached; what is borrowed is dupped at once.
    unsafe {
        let module = match capi::PyImport_AddModuleRef() {
            Some(add) => Owned::new(add(c"__main__".as_ptr()))?,
            None => Owned::more(capi::PyImport_AddModule(c"__main__".as_ptr())?),
        };
        capi::PyModule_GetDict(module.get()).map(|dict| Owned::more(dict))
    }
}

/// Runs the shortest Python code that there is.
///
/// # Safety
/// Attached.
#[cold]
#[inline]
pub(super) unsafe fn one_instruction() -> Status {
    // SAFETY: attached.
    let done = unsafe {
        (|| {
            let code = compile(c"None".as_ptr(), c"<hstack>".as_ptr(), 0)?;
            let globals = Owned::new(capi::PyDict_New())?;
            Owned::new(capi::PyEval_EvalCode(code.get(), globals.get(), globals.get()))
        })()
    };
    if done.is_some() { Status::OK } else { Status::FAILED }
}

passed! {
    fn import(name: Ref) -> Option<Ref> = PyImport_Import;
}

functions! {
    fn submodule_new(definition: *const ModuleDef, parent: Ref; context) -> Option<Ref> {
        crate::module::nested(&*definition, Home::of(context), parent)
    }

    fn run(
        source: *const c_char, filename: *const c_char, mode: c_int, globals: Option<Ref>, locals: Option<Ref>;
        context
    ) -> Option<Ref> {
        let code = compile(source, filename, mode)?;
        let globals = match globals {
            Some(globals) => Owned::more(globals),
            None => main_namespace()?,
        };
        let key = Owned::new(text("__builtins__"))?;
        match capi::PyDict_Contains(globals.get(), key.get()).0 {
            0 => {
                let builtins = capi::PyEval_GetBuiltins()?;
                if capi::PyDict_SetItem(globals.get(), key.get(), builtins).0 < 0 {
                    return None;
                }
            }
            found if found < 0 => return None,
            _ => {}
        }
        capi::PyEval_EvalCode(code.get(), globals.get(), locals.unwrap_or(globals.get()))
    }
}
