//! set and frozenset.

use crate::capi;
use crate::guard::{functions, passed};
use hstack_sys::{Ref, Size, Status};

passed! {
    fn set_new(iterable: Option<Ref>) -> Option<Ref> = PySet_New;
    fn frozenset_new(iterable: Option<Ref>) -> Option<Ref> = PyFrozenSet_New;
    fn set_contains(set: Ref, item: Ref) -> Status = PySet_Contains;
    fn set_add(set: Ref, item: Ref) -> Status = PySet_Add;
    fn set_discard(set: Ref, item: Ref) -> Status = PySet_Discard;
    fn set_pop(set: Ref) -> Option<Ref> = PySet_Pop;
    fn set_clear(set: Ref) -> Status = PySet_Clear;
}

functions! {
    fn set_len(set: Ref; context) -> Size {
        capi::PySet_Size(set)
    }
}
