//! set and frozenset.

use crate::capi;
use crate::guard::functions;
use hstack_sys::{Ref, Size, Status};

functions! {
    fn set_new(iterable: Option<Ref>; context) -> Option<Ref> {
        capi::PySet_New(iterable)
    }

    fn frozenset_new(iterable: Option<Ref>; context) -> Option<Ref> {
        capi::PyFrozenSet_New(iterable)
    }

    fn set_len(set: Ref; context) -> Size {
        capi::PySet_Size(set)
    }

    fn set_contains(set: Ref, item: Ref; context) -> Status {
        capi::PySet_Contains(set, item)
    }

    fn set_add(set: Ref, item: Ref; context) -> Status {
        capi::PySet_Add(set, item)
    }

    fn set_discard(set: Ref, item: Ref; context) -> Status {
        capi::PySet_Discard(set, item)
    }

    fn set_pop(set: Ref; context) -> Option<Ref> {
        capi::PySet_Pop(set)
    }

    fn set_clear(set: Ref; context) -> Status {
        capi::PySet_Clear(set)
    }
}
