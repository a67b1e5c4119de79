//! Instances of types that extensions define.

use crate::guard::functions;
use crate::owned;
use crate::{instance, registry, section, types};
use core::ffi::c_void;
use hstack_sys::{Flag, Ref, Status, TypeDef, VisitFn};

functions! {
    fn instance_new(class: Ref, definition: *const TypeDef; context) -> Option<Ref> {
        if registry::is_plain(class) {
            types::allocate(class)
        } else {
            instance::new_marked(class, definition, None, None)
        }
    }

    fn instance_new_with(
        class: Ref, definition: *const TypeDef, arguments: Option<Ref>, keywords: Option<Ref>; context
    ) -> Option<Ref> {
        instance::new_marked(class, definition, arguments, keywords)
    }

    fn instance_payload(object: Ref, definition: *const TypeDef; context) -> *mut c_void {
        registry::payload(object, definition)
    }

    fn instance_traverse(
        object: Ref, definition: *const TypeDef, visit: VisitFn, argument: *mut c_void; context
    ) -> Flag {
        Flag(instance::traverse(object, registry::find(object, definition), visit, argument))
    }

    fn instance_clear(object: Ref, definition: *const TypeDef; context) {
        instance::clear(object, registry::find(object, definition))
    }

    fn instance_free(object: Ref, definition: *const TypeDef; context) {
        instance::free_now(object, registry::find(object, definition))
    }

    fn field_load(
        owner: Ref, definition: *const TypeDef, index: usize, value: *mut Option<Ref>; context
    ) -> Status {
        *value = None;
        let Some(field) = registry::field(owner, definition, index) else { return Status::FAILED };
        *value = section::with(owner, || (*field).map(|found| owned::dup(found)));
        Status((*value).is_some().into())
    }

    fn field_store(
        owner: Ref, definition: *const TypeDef, index: usize, value: Option<Ref>; context
    ) -> Status {
        let Some(field) = registry::field(owner, definition, index) else { return Status::FAILED };
        let new = value.map(|value| owned::dup(value));
        let old = section::with(owner, || core::mem::replace(&mut *field, new));
        if let Some(old) = old {
            owned::close(old);
        }
        Status::OK
    }

    fn field_swap(
        owner: Ref, definition: *const TypeDef, index: usize, value: Option<Ref>, old: *mut Option<Ref>; context
    ) -> Status {
        *old = None;
        let Some(field) = registry::field(owner, definition, index) else { return Status::FAILED };
        let new = value.map(|value| owned::dup(value));
        *old = section::with(owner, || core::mem::replace(&mut *field, new));
        Status((*old).is_some().into())
    }
}
