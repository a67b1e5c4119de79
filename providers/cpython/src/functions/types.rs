//! Types and exception classes that extensions define.

use crate::capi;
use crate::guard::functions;
use core::ffi::c_char;
use hstack_sys::{Ref, TypeDef};

functions! {
    fn type_new(definition: *const TypeDef, module: Ref, base: Option<Ref>; context) -> Option<Ref> {
        crate::spec::make(&*definition, module, base)
    }

    fn exception_new(
        name: *const c_char, doc: *const c_char, base: Option<Ref>, dict: Option<Ref>; context
    ) -> Option<Ref> {
        capi::PyErr_NewExceptionWithDoc(name, doc, base, dict)
    }
}
