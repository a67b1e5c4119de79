//! list.

use super::int::{as_f64, as_i64};
use crate::capi;
use crate::facts::facts;
use crate::guard::{functions, passed};
use crate::owned::{self, Owned};
use crate::raise::{catch, raise};
use crate::types::{self, flag};
use hstack_sys::{Ref, Size, Status};

/// The length and the array of a list, where they may be read.
#[inline(always)]
unsafe fn array(list: Ref) -> (usize, *mut Option<Ref>) {
    // SAFETY: the caller checked that the layout is known, and that this is a list.
    unsafe {
        let word = list.0.as_ptr().cast::<u8>().add(facts().header).cast::<usize>();
        (word.read(), word.add(1).cast::<*mut Option<Ref>>().read())
    }
}

/// Whether an object is a list whose array may be read.
#[inline(always)]
unsafe fn readable(list: Ref) -> bool {
    // SAFETY: a live object.
    unsafe { facts().list && types::is(list, flag::LIST) }
}

/// An owned reference to an item. Failures: `IndexError`.
#[inline(always)]
pub(super) unsafe fn item(list: Ref, index: isize) -> Option<Ref> {
    // SAFETY: a live list; on a build without a GIL `PyList_GetItemRef` is always there.
    unsafe {
        if readable(list) {
            let (len, array) = array(list);
            if (index as usize) < len
                && let Some(item) = *array.add(index as usize)
            {
                return Some(owned::dup(item));
            }
        }
        match capi::PyList_GetItemRef() {
            Some(get) => get(list, index),
            None => capi::PyList_GetItem(list, index).map(|item| owned::dup(item)),
        }
    }
}

/// A list of what `next` makes: `count` owned references.
#[inline(always)]
unsafe fn build(count: usize, mut next: impl FnMut(usize) -> Option<Ref>) -> Option<Ref> {
    // SAFETY: the list is new, and its items are set once.
    unsafe {
        let list = Owned::new(capi::PyList_New(count as isize))?;
        if facts().list {
            let (_, array) = array(list.get());
            for index in 0..count {
                let value = next(index)?;
                *array.add(index) = Some(value);
            }
        } else {
            for index in 0..count {
                let value = next(index)?;
                if capi::PyList_SetItem(list.get(), index as isize, Some(value)).0 < 0 {
                    return None;
                }
            }
        }
        Some(list.release())
    }
}

/// Reads items one by one with `read`, which may run Python code: how many there were.
#[inline(never)]
unsafe fn read<T>(
    list: Ref,
    start: usize,
    values: *mut T,
    count: usize,
    read: impl Fn(Ref) -> Option<T>,
) -> Size {
    // SAFETY: the list is live, and the caller's array as long as it says. The length and the array
    // are read again for each item, because `read` may change the list; an item is owned meanwhile,
    // except where `read` runs no Python code.
    unsafe {
        let inline = readable(list);
        for done in 0..count {
            let index = start + done;
            let item = if inline {
                let (len, array) = array(list);
                if index >= len {
                    return Size(done as isize);
                }
                match *array.add(index) {
                    Some(item) => Owned::more(item),
                    None => return Size(done as isize),
                }
            } else {
                let len = capi::PyList_Size(list).0;
                if len < 0 {
                    return Size(-1);
                }
                if index >= len as usize {
                    return Size(done as isize);
                }
                match Owned::new(self::item(list, index as isize)) {
                    Some(item) => item,
                    // Another thread made it shorter.
                    None if catch(capi::PyExc_IndexError()) => return Size(done as isize),
                    None => return Size(-1),
                }
            };
            match read(item.get()) {
                Some(value) => values.add(done).write(value),
                None => return Size(-1),
            }
        }
        Size(count as isize)
    }
}

passed! {
    fn list_append(list: Ref, item: Ref) -> Status = PyList_Append;
    fn list_insert(list: Ref, index: isize, item: Ref) -> Status = PyList_Insert;
    fn list_slice(list: Ref, start: isize, end: isize) -> Option<Ref> = PyList_GetSlice;
    fn list_set_slice(list: Ref, start: isize, end: isize, items: Option<Ref>) -> Status = PyList_SetSlice;
    fn list_sort(list: Ref) -> Status = PyList_Sort;
    fn list_reverse(list: Ref) -> Status = PyList_Reverse;
}

functions! {
    fn list_from_array(items: *const Ref, count: usize; context) -> Option<Ref> {
        build(count, |index| Some(owned::dup(*items.add(index))))
    }

    fn list_from_i64(values: *const i64, count: usize; context) -> Option<Ref> {
        build(count, |index| capi::PyLong_FromLongLong(*values.add(index)))
    }

    fn list_from_f64(values: *const f64, count: usize; context) -> Option<Ref> {
        build(count, |index| capi::PyFloat_FromDouble(*values.add(index)))
    }

    fn list_len(list: Ref; context) -> Size {
        capi::PyList_Size(list)
    }

    fn list_get(list: Ref, index: isize; context) -> Option<Ref> {
        item(list, index)
    }

    fn list_set(list: Ref, index: isize, item: Ref; context) -> Status {
        capi::PyList_SetItem(list, index, Some(owned::dup(item)))
    }

    fn list_items(list: Ref, start: usize, items: *mut Ref, count: usize; context) -> Size {
        if readable(list) {
            // No Python code runs here: the list stays as it is.
            let (len, array) = array(list);
            let count = count.min(len.saturating_sub(start));
            for index in 0..count {
                match *array.add(start + index) {
                    Some(item) => items.add(index).write(owned::dup(item)),
                    None => return Size(index as isize),
                }
            }
            return Size(count as isize);
        }
        let len = capi::PyList_Size(list).0;
        if len < 0 {
            return Size(-1);
        }
        let count = count.min((len as usize).saturating_sub(start));
        for index in 0..count {
            match item(list, (start + index) as isize) {
                Some(item) => items.add(index).write(item),
                None if catch(capi::PyExc_IndexError()) => return Size(index as isize),
                None => {
                    for index in 0..index {
                        owned::close(*items.add(index));
                    }
                    return Size(-1);
                }
            }
        }
        Size(count as isize)
    }

    fn list_read_i64(list: Ref, start: usize, values: *mut i64, count: usize; context) -> Size {
        if !readable(list) {
            return read(list, start, values, count, |item| as_i64(item));
        }
        // As many compact ints as there are, with no count touched; then item by item.
        let (len, array) = array(list);
        let (layout, header, offset, int) = (facts().int, facts().header, facts().type_offset, capi::PyLong_Type());
        let ready = count.min(len.saturating_sub(start));
        let mut done = 0;
        while done < ready {
            let Some(item) = *array.add(start + done) else { break };
            let class = item.0.as_ptr().cast::<u8>().add(offset).cast::<Ref>().read();
            if class != int && types::flags(class) & flag::INT == 0 {
                break;
            }
            let Some(value) = super::int::compact(item, layout, header) else { break };
            values.add(done).write(value);
            done += 1;
        }
        if done == ready {
            return Size(done as isize);
        }
        let rest = read(list, start + done, values.add(done), count - done, |item| as_i64(item));
        if rest.0 < 0 { rest } else { Size(done as isize + rest.0) }
    }

    fn list_read_f64(list: Ref, start: usize, values: *mut f64, count: usize; context) -> Size {
        if !readable(list) || !facts().float {
            return read(list, start, values, count, |item| as_f64(item));
        }
        let (len, array) = array(list);
        let (header, offset, float) = (facts().header, facts().type_offset, capi::PyFloat_Type());
        let ready = count.min(len.saturating_sub(start));
        let mut done = 0;
        while done < ready {
            let Some(item) = *array.add(start + done) else { break };
            let item = item.0.as_ptr().cast::<u8>();
            if item.add(offset).cast::<Ref>().read() != float {
                break;
            }
            values.add(done).write(item.add(header).cast::<f64>().read());
            done += 1;
        }
        if done == ready {
            return Size(done as isize);
        }
        let rest = read(list, start + done, values.add(done), count - done, |item| as_f64(item));
        if rest.0 < 0 { rest } else { Size(done as isize + rest.0) }
    }
}

/// Makes a list of an iterable: for whoever needs its items by index.
pub(super) unsafe fn of(object: Ref) -> Option<Owned> {
    // SAFETY: a live object.
    unsafe { Owned::new(capi::PySequence_List(object)) }
}

/// Raises what unpacking raises for a wrong number of items.
#[cold]
pub(super) unsafe fn wrong_count(expected: usize, found: Option<usize>) {
    // SAFETY: attached.
    unsafe {
        let class = capi::PyExc_ValueError();
        match found {
            Some(found) => {
                raise(class, format_args!("not enough values to unpack (expected {expected}, got {found})"));
            }
            None => raise(class, format_args!("too many values to unpack (expected {expected})")),
        }
    }
}
