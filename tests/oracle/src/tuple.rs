//! A tuple in a field.

use crate::subscript::Given;
use hstack::imported;
use hstack::prelude::*;
use hstack::types::CompareOp;
use hstack::{class, methods};

/// What `tuple` does.
#[class(name = "Tuple", subclass, weakref, pickle)]
pub struct TupleLike {
    items: Field<Tuple>,
}

fn like<'f>(f: &Frame<'f>, items: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
    Ok(f.new(TupleLikeInit { items: Some(items.cast(f)?) })?.as_any())
}

/// The built-in tuple of one of ours, or the object itself.
fn inner<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
    match object.try_cast::<TupleLike>(f) {
        Some(like) => Ok(like.load(f, TupleLike::ITEMS)?.as_any()),
        None => Ok(object),
    }
}

#[methods]
impl TupleLike {
    #[new]
    #[hstack(signature = (iterable = Given::Default, /), text_signature = "($self, iterable=(), /)")]
    fn new<'f>(f: &Frame<'f>, iterable: Given<'f>) -> Result<TupleLikeInit<'f>> {
        let items = match iterable {
            Given::Value(iterable) => imported!("builtins", "tuple").get(f)?.call(f, (iterable,))?,
            Given::Default => f.tuple()?,
        };
        Ok(TupleLikeInit { items: Some(items) })
    }

    fn __len__(this: Handle<Self>, f: &Frame) -> Result<usize> {
        this.load(f, TupleLike::ITEMS)?.len(f)
    }

    fn __getitem__(this: Handle<Self>, f: &Frame, key: Handle<Any>) -> Result<Handle<Any>> {
        let found: Handle<Any> = this.load(f, TupleLike::ITEMS)?.get_item(f, key)?;
        if key.try_cast::<Slice>(f).is_some() { like(f, found) } else { Ok(found) }
    }

    fn __contains__(this: Handle<Self>, f: &Frame, item: Handle<Any>) -> Result<bool> {
        this.load(f, TupleLike::ITEMS)?.contains(f, item)
    }

    fn __iter__(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        this.load(f, TupleLike::ITEMS)?.call_method(f, name!("__iter__"), ())
    }

    fn __repr__(this: Handle<Self>, f: &Frame) -> Result<Handle<Str>> {
        this.load(f, TupleLike::ITEMS)?.repr(f)
    }

    fn __hash__(this: Handle<Self>, f: &Frame) -> Result<isize> {
        this.load(f, TupleLike::ITEMS)?.hash(f)
    }

    fn __richcmp__(this: Handle<Self>, other: Handle<Any>, op: CompareOp, f: &Frame) -> Result<Handle<Any>> {
        let other = inner(f, other)?;
        if other.try_cast::<Tuple>(f).is_none() {
            return Ok(f.not_implemented());
        }
        this.load(f, TupleLike::ITEMS)?.rich_compare(f, other, op)
    }

    fn __add__(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result<Handle<Any>> {
        match inner(f, other)?.try_cast::<Tuple>(f) {
            Some(other) => like(f, this.load(f, TupleLike::ITEMS)?.concat(f, other)?.as_any()),
            None => Ok(f.not_implemented()),
        }
    }

    fn __radd__(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result<Handle<Any>> {
        match inner(f, other)?.try_cast::<Tuple>(f) {
            Some(other) => like(f, other.concat(f, this.load(f, TupleLike::ITEMS)?)?.as_any()),
            None => Ok(f.not_implemented()),
        }
    }

    fn __mul__(this: Handle<Self>, f: &Frame, times: Handle<Any>) -> Result<Handle<Any>> {
        if !crate::subscript::is_index(f, times)? {
            return Ok(f.not_implemented());
        }
        like(f, this.load(f, TupleLike::ITEMS)?.mul(f, times)?)
    }

    fn __rmul__(this: Handle<Self>, f: &Frame, times: Handle<Any>) -> Result<Handle<Any>> {
        TupleLike::__mul__(this, f, times)
    }

    fn count(this: Handle<Self>, f: &Frame, value: Handle<Any>) -> Result<usize> {
        this.load(f, TupleLike::ITEMS)?.count(f, value)
    }

    #[hstack(signature = (*args))]
    fn index(this: Handle<Self>, f: &Frame, args: Handle<Tuple>) -> Result<Handle<Any>> {
        let index: Handle<Any> = this.load(f, TupleLike::ITEMS)?.get_attr(f, name!("index"))?;
        index.call_tuple(f, args, None)
    }

    #[classmethod]
    fn __class_getitem__(cls: Handle<Type>, f: &Frame, item: Handle<Any>) -> Result<Handle<Any>> {
        imported!("types", "GenericAlias").get(f)?.call(f, (cls, item))
    }
}
