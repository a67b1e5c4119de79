//! A list of Python objects in a field of many references.

use crate::list_iterator::{ListIteratorInit, ListReverseIteratorInit};
use crate::printing::Printing;
use crate::subscript::{Given, bound, is_index, select, size, times};
use hstack::exceptions::MemoryError;
use hstack::imported;
use hstack::prelude::*;
use hstack::types::{CompareOp, Selection};
use hstack::{VecHandle, class, methods};
use std::sync::atomic::AtomicIsize;

/// What `list` does.
#[class(name = "List", subclass, weakref, pickle)]
pub struct ListLike {
    items: FieldVec<Any>,
    printing: Printing,
}

/// The items of an object that a list is compared with, or added to.
pub enum Items<'f> {
    /// One of ours.
    Like(VecHandle<'f, Any>),
    /// A built-in one.
    List(Handle<'f, List>),
}

impl<'f> Items<'f> {
    /// Those of a list; nothing else has them.
    pub fn of(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<Self>> {
        if let Some(like) = object.try_cast::<ListLike>(f) {
            return Ok(Some(Items::Like(items(like))));
        }
        Ok(object.try_cast::<List>(f).map(Items::List))
    }

    fn get(&self, f: &Frame<'f>, index: usize) -> Result<Option<Handle<'f, Any>>> {
        Ok(match self {
            Items::Like(items) if index < items.len(f)? => Some(items.get(f, index)?),
            Items::List(items) if index < items.len(f)? => Some(items.get(f, index)?),
            _ => None,
        })
    }

    fn len(&self, f: &Frame<'f>) -> Result<usize> {
        match self {
            Items::Like(items) => items.len(f),
            Items::List(items) => items.len(f),
        }
    }

    fn to_vec(&self, f: &Frame<'f>) -> Result<Vec<Handle<'f, Any>>> {
        match self {
            Items::Like(items) => items.to_vec(f),
            Items::List(items) => items.to_vec(f),
        }
    }
}

/// The items of a list.
pub fn items<'f>(list: Handle<'f, ListLike>) -> VecHandle<'f, Any> {
    list.vec(ListLike::ITEMS)
}

fn like(items: Vec<Handle<'_, Any>>) -> ListLikeInit<'_> {
    ListLikeInit { items, printing: Printing::default() }
}

/// Whether two items are the same, as containers say.
fn same<'f>(f: &Frame<'f>, left: Handle<'f, Any>, right: Handle<'f, Any>) -> Result<bool> {
    Ok(left.is(f, right) || left.eq(f, right)?)
}

/// Where an item is; the comparisons may change the list.
fn find<'f>(
    f: &Frame<'f>,
    list: Handle<'f, ListLike>,
    item: Handle<'f, Any>,
    start: usize,
    end: usize,
) -> Result<Option<usize>> {
    let items = items(list);
    let mut index = start;
    while index < end && index < items.len(f)? {
        if f.scope(|f| same(f, items.get(f, index)?, item))? {
            return Ok(Some(index));
        }
        index += 1;
    }
    Ok(None)
}

/// The items of any iterable, all at once.
fn collect<'f>(
    f: &Frame<'f>,
    iterable: Handle<'f, Any>,
    message: &'static str,
) -> Result<Vec<Handle<'f, Any>>> {
    let iterator: Handle<Any> =
        imported!("builtins", "iter").get(f)?.call(f, (iterable,)).map_err(|error| {
            if error.is_instance::<TypeError>(f) { TypeError::new_err(message) } else { error }
        })?;
    let list = f.list()?;
    list.extend(f, iterator)?;
    list.to_vec(f)
}

/// As often as asked, when memory can hold that many.
fn repeat<'f>(items: &[Handle<'f, Any>], times: isize) -> Result<Vec<Handle<'f, Any>>> {
    let times = usize::try_from(times).unwrap_or(0);
    match items.len().checked_mul(times) {
        Some(len) if len <= 1 << 32 => Ok(items.repeat(times)),
        _ => Err(MemoryError::new_err("")),
    }
}

#[methods]
impl ListLike {
    /// `list.__new__` takes anything; `__init__` looks at it.
    #[new]
    #[hstack(signature = (*_args, **_kwargs))]
    fn new<'f>(_args: Handle<'f, Tuple>, _kwargs: Option<Handle<'f, Dict>>) -> ListLikeInit<'f> {
        like(vec![])
    }

    #[hstack(signature = (iterable = Given::Default, /), text_signature = "($self, iterable=(), /)")]
    fn __init__(this: Handle<Self>, f: &Frame, iterable: Given<'_>) -> Result {
        items(this).clear(f)?;
        match iterable {
            Given::Value(iterable) => ListLike::extend(this, f, iterable),
            Given::Default => Ok(()),
        }
    }

    fn __len__(this: Handle<Self>, f: &Frame) -> Result<usize> {
        items(this).len(f)
    }

    fn __getitem__(this: Handle<Self>, f: &Frame, key: Handle<Any>) -> Result<Handle<Any>> {
        let items = items(this);
        match select(f, key, items.len(f)?, "list", "index")? {
            Selection::Item(index) => items.get(f, index),
            Selection::Items(indices) => {
                let chosen: Result<Vec<_>> = indices.iter().map(|index| items.get(f, index)).collect();
                Ok(f.new(like(chosen?))?.as_any())
            }
        }
    }

    fn __setitem__(this: Handle<Self>, f: &Frame, key: Handle<Any>, value: Handle<Any>) -> Result {
        let items = items(this);
        if key.try_cast::<Slice>(f).is_none() {
            return match select(f, key, items.len(f)?, "list", "assignment index")? {
                Selection::Item(index) => items.set(f, index, value),
                Selection::Items(_) => Ok(()),
            };
        }
        let Selection::Items(first) = select(f, key, items.len(f)?, "list", "assignment index")? else {
            return Ok(());
        };
        let message = match first.step {
            1 => "can only assign an iterable",
            _ => "must assign iterable to extended slice",
        };
        let values = collect(f, value, message)?;
        // Reading the values may have changed the list.
        let Selection::Items(indices) = select(f, key, items.len(f)?, "list", "assignment index")? else {
            return Ok(());
        };
        if indices.step == 1 {
            let start = indices.start as usize;
            return items.set_slice(f, start, start + indices.len, &values);
        }
        if values.len() != indices.len {
            return Err(ValueError::new_err(format!(
                "attempt to assign sequence of size {} to extended slice of size {}",
                values.len(),
                indices.len
            )));
        }
        for (index, value) in indices.iter().zip(values) {
            items.set(f, index, value)?;
        }
        Ok(())
    }

    fn __delitem__(this: Handle<Self>, f: &Frame, key: Handle<Any>) -> Result {
        let items = items(this);
        match select(f, key, items.len(f)?, "list", "assignment index")? {
            Selection::Item(index) => items.remove(f, index).map(drop),
            Selection::Items(indices) => {
                let mut left = items.to_vec(f)?;
                let mut gone: Vec<usize> = indices.iter().collect();
                gone.sort_unstable();
                for index in gone.into_iter().rev() {
                    left.remove(index);
                }
                items.set_slice(f, 0, usize::MAX, &left)
            }
        }
    }

    fn __contains__(this: Handle<Self>, f: &Frame, item: Handle<Any>) -> Result<bool> {
        Ok(find(f, this, item, 0, usize::MAX)?.is_some())
    }

    fn __iter__<'f>(this: Handle<'f, Self>) -> ListIteratorInit<'f> {
        ListIteratorInit { list: Some(this), next: AtomicIsize::new(0) }
    }

    fn __reversed__<'f>(this: Handle<'f, Self>, f: &Frame<'f>) -> Result<ListReverseIteratorInit<'f>> {
        let last = items(this).len(f)? as isize - 1;
        Ok(ListReverseIteratorInit { list: Some(this), next: AtomicIsize::new(last) })
    }

    fn __repr__(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        let Some(_printer) = this.payload(f).printing.enter() else {
            return "[...]".to_handle(f);
        };
        let (items, texts) = (items(this), f.list()?);
        let mut index = 0;
        while index < items.len(f)? {
            f.scope(|f| texts.append(f, items.get(f, index)?.repr(f)?))?;
            index += 1;
        }
        let inside = f.str(", ")?.join(f, texts.as_any())?;
        Ok(f.str("[")?.concat(f, inside)?.concat(f, f.str("]")?)?.as_any())
    }

    fn __richcmp__(this: Handle<Self>, other: Handle<Any>, op: CompareOp, f: &Frame) -> Result<Handle<Any>> {
        let Some(right) = Items::of(f, other)? else { return Ok(f.not_implemented()) };
        let left = Items::Like(items(this));
        let answer = |value: bool| Ok(f.bool(value).as_any());
        if matches!(op, CompareOp::Eq | CompareOp::Ne) && left.len(f)? != right.len(f)? {
            return answer(op == CompareOp::Ne);
        }
        let mut index = 0;
        while let (Some(mine), Some(theirs)) = (left.get(f, index)?, right.get(f, index)?) {
            if !same(f, mine, theirs)? {
                return match op {
                    CompareOp::Eq => answer(false),
                    CompareOp::Ne => answer(true),
                    _ => mine.rich_compare(f, theirs, op),
                };
            }
            index += 1;
        }
        answer(op.matches(left.len(f)?.cmp(&right.len(f)?)))
    }

    fn __add__(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result<Handle<Any>> {
        let Some(right) = Items::of(f, other)? else { return Ok(f.not_implemented()) };
        let mut all = items(this).to_vec(f)?;
        all.extend(right.to_vec(f)?);
        Ok(f.new(like(all))?.as_any())
    }

    fn __radd__(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result<Handle<Any>> {
        let Some(left) = Items::of(f, other)? else { return Ok(f.not_implemented()) };
        let mut all = left.to_vec(f)?;
        all.extend(items(this).to_vec(f)?);
        Ok(f.new(like(all))?.as_any())
    }

    fn __iadd__(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result {
        ListLike::extend(this, f, other)
    }

    fn __mul__(this: Handle<Self>, f: &Frame, value: Handle<Any>) -> Result<Handle<Any>> {
        if !is_index(f, value)? {
            return Ok(f.not_implemented());
        }
        let times = times(f, value)?;
        Ok(f.new(like(repeat(&items(this).to_vec(f)?, times)?))?.as_any())
    }

    fn __rmul__(this: Handle<Self>, f: &Frame, value: Handle<Any>) -> Result<Handle<Any>> {
        ListLike::__mul__(this, f, value)
    }

    fn __imul__(this: Handle<Self>, f: &Frame, value: Handle<Any>) -> Result<Handle<Any>> {
        if !is_index(f, value)? {
            return Ok(f.not_implemented());
        }
        let times = times(f, value)?;
        let items = items(this);
        let all = repeat(&items.to_vec(f)?, times)?;
        items.set_slice(f, 0, usize::MAX, &all)?;
        Ok(this.as_any())
    }

    fn append(this: Handle<Self>, f: &Frame, object: Handle<Any>) -> Result {
        items(this).push(f, object)
    }

    fn extend(this: Handle<Self>, f: &Frame, iterable: Handle<Any>) -> Result {
        let items = items(this);
        if iterable.is(f, this) {
            let all = items.to_vec(f)?;
            return items.set_slice(f, usize::MAX, usize::MAX, &all);
        }
        for_each!(f, item in iterable, { items.push(f, item)? });
        Ok(())
    }

    fn insert(this: Handle<Self>, f: &Frame, index: Handle<Any>, object: Handle<Any>) -> Result {
        let index = size(f, Given::Value(index), 0)?;
        let items = items(this);
        let len = items.len(f)?;
        let counted = if index < 0 { index.saturating_add_unsigned(len).max(0) } else { index };
        items.insert(f, (counted as usize).min(len), object)
    }

    #[hstack(signature = (index = Given::Default, /), text_signature = "($self, index=-1, /)")]
    fn pop(this: Handle<Self>, f: &Frame, index: Given<'_>) -> Result<Handle<Any>> {
        let index = size(f, index, -1)?;
        let items = items(this);
        let len = items.len(f)?;
        if len == 0 {
            return Err(IndexError::new_err("pop from empty list"));
        }
        let counted = if index < 0 { index.saturating_add_unsigned(len) } else { index };
        match usize::try_from(counted) {
            Ok(index) if index < len => items.remove(f, index),
            _ => Err(IndexError::new_err("pop index out of range")),
        }
    }

    fn remove(this: Handle<Self>, f: &Frame, value: Handle<Any>) -> Result {
        match find(f, this, value, 0, usize::MAX)? {
            Some(index) => items(this).set_slice(f, index, index + 1, &[]),
            None => Err(ValueError::new_err("list.remove(x): x not in list")),
        }
    }

    fn clear(this: Handle<Self>, f: &Frame) -> Result {
        items(this).clear(f)
    }

    fn copy<'f>(this: Handle<'f, Self>, f: &Frame<'f>) -> Result<ListLikeInit<'f>> {
        Ok(like(items(this).to_vec(f)?))
    }

    fn count(this: Handle<Self>, f: &Frame, value: Handle<Any>) -> Result<usize> {
        let (mut count, mut start) = (0, 0);
        while let Some(index) = find(f, this, value, start, usize::MAX)? {
            (count, start) = (count + 1, index + 1);
        }
        Ok(count)
    }

    #[hstack(signature = (value, start = Given::Default, stop = Given::Default, /), text_signature = "($self, value, start=0, stop=9223372036854775807, /)")]
    fn index(
        this: Handle<Self>,
        f: &Frame,
        value: Handle<Any>,
        start: Given<'_>,
        stop: Given<'_>,
    ) -> Result<usize> {
        let len = items(this).len(f)?;
        let (start, stop) = (bound(f, start, 0, len)?, bound(f, stop, usize::MAX, len)?);
        match find(f, this, value, start, stop)? {
            Some(index) => Ok(index),
            None => {
                Err(ValueError::new_err(format!("{} is not in list", value.repr(f)?.to_string_lossy(f)?)))
            }
        }
    }

    fn reverse(this: Handle<Self>, f: &Frame) -> Result {
        let items = items(this);
        let mut all = items.to_vec(f)?;
        all.reverse();
        items.set_slice(f, 0, usize::MAX, &all)
    }

    /// The list is empty while it is sorted, so that it is noticed when a comparison changes it.
    #[hstack(signature = (*, key = None, reverse = Given::Default), text_signature = "($self, /, *, key=None, reverse=False)")]
    fn sort(this: Handle<Self>, f: &Frame, key: Option<Handle<Any>>, reverse: Given<'_>) -> Result {
        let items = items(this);
        let all = f.list_of(&items.to_vec(f)?)?;
        items.clear(f)?;
        let options = f.dict()?;
        options.set(f, "key", key)?;
        if let Given::Value(reverse) = reverse {
            options.set(f, "reverse", reverse)?;
        }
        let sorted: Result = all.call_method_with(f, name!("sort"), (), options);
        let touched = items.len(f)? != 0;
        items.set_slice(f, 0, usize::MAX, &all.to_vec(f)?)?;
        match sorted {
            Ok(()) if touched => Err(ValueError::new_err("list modified during sort")),
            sorted => sorted,
        }
    }

    #[classmethod]
    fn __class_getitem__(cls: Handle<Type>, f: &Frame, item: Handle<Any>) -> Result<Handle<Any>> {
        imported!("types", "GenericAlias").get(f)?.call(f, (cls, item))
    }
}
