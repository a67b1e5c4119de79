//! Types whose check is a protocol, or a class of a module: sequences, mappings, weak references.

use super::{Any, Mapping, Sequence, Weakref};
use crate::frame::Frame;
use crate::handle::{Derived, Handle, PyType};
use crate::imported::Imported;
use hstack_sys::kind;

static SEQUENCE: Imported = Imported::new("collections.abc", "Sequence");
static MAPPING: Imported = Imported::new("collections.abc", "Mapping");
static REFERENCE: Imported = Imported::new("weakref", "ReferenceType");

#[inline]
fn is_instance(f: &Frame<'_>, object: Handle<'_, Any>, class: &Imported) -> bool {
    class.live(f).and_then(|class| f.api().is_instance(object.live(), class)).unwrap_or(false)
}

macro_rules! protocol {
    ($($name:ident = $python:literal: $check:expr;)*) => { $(
        // SAFETY: the operations of its handles ask the object, whatever it is.
        unsafe impl PyType for $name {
            const NAME: &'static str = $python;
            #[inline]
            fn check<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> bool {
                let check: fn(&Frame<'f>, Handle<'f, Any>) -> bool = $check;
                check(f, object)
            }
        }

        // SAFETY: every object is an `Any`.
        unsafe impl Derived for $name {
            type Base = Any;
        }
    )* };
}
protocol! {
    Sequence = "Sequence": |f, object| {
        object.kinds(f) & (kind::LIST | kind::TUPLE) != 0 || is_instance(f, object, &SEQUENCE)
    };
    Mapping = "Mapping": |f, object| object.kinds(f) & kind::DICT != 0 || is_instance(f, object, &MAPPING);
    Weakref = "weakref": |f, object| {
        REFERENCE.live(f).is_ok_and(|class| f.api().has_type(object.live(), class))
    };
}
