//! Sequences of any type.

use super::list::{of, wrong_count};
use crate::capi;
use crate::facts::type_of;
use crate::guard::{functions, passed};
use crate::owned::{self, Owned};
use crate::raise::{pending, text};
use hstack_sys::{Ref, Size, Status};

/// Exactly `count` items of an iterable, into the caller's array.
#[inline]
unsafe fn unpack(object: Ref, items: *mut Ref, count: usize) -> Option<()> {
    // SAFETY: the object is alive and the array that long. References written are owned by the
    // caller only on success, so on failure they are closed.
    unsafe {
        if type_of(object) == capi::PyTuple_Type() {
            let len = capi::PyTuple_Size(object).0 as usize;
            if len != count {
                wrong_count(count, (len < count).then_some(len));
                return None;
            }
            for index in 0..count {
                items.add(index).write(owned::dup(capi::PyTuple_GetItem(object, index as isize)?));
            }
            return Some(());
        }
        if type_of(object) == capi::PyList_Type() {
            // A copy has a length that nobody changes.
            let copy = of(object)?;
            let len = capi::PyList_Size(copy.get()).0 as usize;
            if len != count {
                wrong_count(count, (len < count).then_some(len));
                return None;
            }
            for index in 0..count {
                items.add(index).write(owned::dup(capi::PyList_GetItem(copy.get(), index as isize)?));
            }
            return Some(());
        }
        let iterator = Owned::new(capi::PyObject_GetIter(object))?;
        let mut done = 0;
        let complete = loop {
            match capi::PyIter_Next(iterator.get()) {
                Some(item) if done < count => {
                    items.add(done).write(item);
                    done += 1;
                }
                Some(item) => {
                    owned::close(item);
                    wrong_count(count, None);
                    break false;
                }
                None if pending() => break false,
                None if done < count => {
                    wrong_count(count, Some(done));
                    break false;
                }
                None => break true,
            }
        };
        if !complete {
            for index in 0..done {
                owned::close(*items.add(index));
            }
        }
        complete.then_some(())
    }
}

passed! {
    fn sequence_list(object: Ref) -> Option<Ref> = PySequence_List;
    fn sequence_tuple(object: Ref) -> Option<Ref> = PySequence_Tuple;
    fn sequence_concat(left: Ref, right: Ref) -> Option<Ref> = PySequence_Concat;
    fn sequence_repeat(object: Ref, count: isize) -> Option<Ref> = PySequence_Repeat;
    fn sequence_concat_in_place(left: Ref, right: Ref) -> Option<Ref> = PySequence_InPlaceConcat;
    fn sequence_repeat_in_place(object: Ref, count: isize) -> Option<Ref> = PySequence_InPlaceRepeat;
    fn sequence_get(object: Ref, index: isize) -> Option<Ref> = PySequence_GetItem;
    fn sequence_set(object: Ref, index: isize, item: Ref) -> Status = PySequence_SetItem;
    fn sequence_del(object: Ref, index: isize) -> Status = PySequence_DelItem;
    fn sequence_slice(object: Ref, start: isize, end: isize) -> Option<Ref> = PySequence_GetSlice;
    fn sequence_set_slice(object: Ref, start: isize, end: isize, items: Ref) -> Status = PySequence_SetSlice;
    fn sequence_del_slice(object: Ref, start: isize, end: isize) -> Status = PySequence_DelSlice;
    fn sequence_index(object: Ref, item: Ref) -> Size = PySequence_Index;
}

functions! {
    fn sequence_unpack(object: Ref, items: *mut Ref, count: usize; context) -> Status {
        if unpack(object, items, count).is_some() { Status::OK } else { Status::FAILED }
    }

    fn sequence_count(object: Ref, item: Ref; context) -> Size {
        if let Some(count) = capi::PySequence_Count() {
            return count(object, item);
        }
        let answer = (|| {
            let name = Owned::new(text("count"))?;
            let arguments = [object, item];
            let count = Owned::new(capi::PyObject_VectorcallMethod(name.get(), arguments.as_ptr(), 2, None))?;
            super::int::as_i64(count.get())
        })();
        Size(answer.map_or(-1, |count| count as isize))
    }
}
