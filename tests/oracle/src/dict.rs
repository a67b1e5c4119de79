//! A dict in a field.

use hstack::imported;
use hstack::prelude::*;
use hstack::types::CompareOp;
use hstack::{class, methods};

/// What `dict` does.
#[class(name = "Dict", subclass, weakref, pickle)]
pub struct DictLike {
    items: Field<Dict>,
}

fn items<'f>(f: &Frame<'f>, this: Handle<'f, DictLike>) -> Result<Handle<'f, Dict>> {
    this.load(f, DictLike::ITEMS)
}

/// The built-in dict of one of ours, or the dict itself.
fn inner<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<Handle<'f, Dict>>> {
    match object.try_cast::<DictLike>(f) {
        Some(like) => items(f, like).map(Some),
        None => Ok(object.try_cast(f)),
    }
}

fn like<'f>(f: &Frame<'f>, items: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
    Ok(f.new(DictLikeInit { items: Some(items.cast(f)?) })?.as_any())
}

/// A method of the built-in dict, with the same arguments.
fn call<'f>(
    f: &Frame<'f>,
    this: Handle<'f, DictLike>,
    method: &str,
    args: Handle<'f, Tuple>,
    keywords: Option<Handle<'f, Dict>>,
) -> Result<Handle<'f, Any>> {
    items(f, this)?.get_attr::<Handle<Any>>(f, method)?.call_tuple(f, args, keywords)
}

fn missing<'f, T>(f: &Frame<'f>, key: Handle<'f, Any>) -> Result<T> {
    Err(KeyError::with_args((Global::new(f, key),)))
}

#[methods(mapping)]
impl DictLike {
    /// `dict.__new__` takes anything; `__init__` looks at it.
    #[new]
    #[hstack(signature = (*_args, **_kwargs))]
    fn new<'f>(
        f: &Frame<'f>,
        _args: Handle<'f, Tuple>,
        _kwargs: Option<Handle<'f, Dict>>,
    ) -> Result<DictLikeInit<'f>> {
        Ok(DictLikeInit { items: Some(f.dict()?) })
    }

    #[hstack(signature = (*args, **kwargs))]
    fn __init__(this: Handle<Self>, f: &Frame, args: Handle<Tuple>, kwargs: Option<Handle<Dict>>) -> Result {
        call(f, this, "__init__", args, kwargs)?;
        Ok(())
    }

    fn __len__(this: Handle<Self>, f: &Frame) -> Result<usize> {
        items(f, this)?.len(f)
    }

    fn __getitem__(this: Handle<Self>, f: &Frame, key: Handle<Any>) -> Result<Handle<Any>> {
        if let Some(value) = items(f, this)?.find(f, key)? {
            return Ok(value);
        }
        let class = this.get_type(f);
        match class.find_attr::<Handle<Any>>(f, name!("__missing__"))? {
            Some(method) => method.call(f, (this, key)),
            None => missing(f, key),
        }
    }

    fn __setitem__(this: Handle<Self>, f: &Frame, key: Handle<Any>, value: Handle<Any>) -> Result {
        items(f, this)?.set(f, key, value)
    }

    fn __delitem__(this: Handle<Self>, f: &Frame, key: Handle<Any>) -> Result {
        items(f, this)?.del(f, key)
    }

    fn __contains__(this: Handle<Self>, f: &Frame, key: Handle<Any>) -> Result<bool> {
        items(f, this)?.contains(f, key)
    }

    fn __iter__(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        items(f, this)?.call_method(f, name!("__iter__"), ())
    }

    fn __reversed__(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        items(f, this)?.call_method(f, name!("__reversed__"), ())
    }

    fn __repr__(this: Handle<Self>, f: &Frame) -> Result<Handle<Str>> {
        items(f, this)?.repr(f)
    }

    fn __richcmp__(this: Handle<Self>, other: Handle<Any>, op: CompareOp, f: &Frame) -> Result<Handle<Any>> {
        match (op, inner(f, other)?) {
            (CompareOp::Eq | CompareOp::Ne, Some(other)) => items(f, this)?.rich_compare(f, other, op),
            _ => Ok(f.not_implemented()),
        }
    }

    fn __or__(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result<Handle<Any>> {
        match inner(f, other)? {
            Some(other) => like(f, items(f, this)?.bitor(f, other)?),
            None => Ok(f.not_implemented()),
        }
    }

    fn __ror__(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result<Handle<Any>> {
        match inner(f, other)? {
            Some(other) => like(f, other.bitor(f, items(f, this)?)?),
            None => Ok(f.not_implemented()),
        }
    }

    fn __ior__(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result {
        items(f, this)?.bitor_assign(f, other)?;
        Ok(())
    }

    fn keys(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        items(f, this)?.call_method(f, name!("keys"), ())
    }

    fn values(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        items(f, this)?.call_method(f, name!("values"), ())
    }

    fn items(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        items(f, this)?.call_method(f, name!("items"), ())
    }

    #[hstack(signature = (key, default = None, /))]
    fn get(
        this: Handle<Self>,
        f: &Frame,
        key: Handle<Any>,
        default: Option<Handle<Any>>,
    ) -> Result<Option<Handle<Any>>> {
        Ok(items(f, this)?.find(f, key)?.or(default))
    }

    #[hstack(signature = (*args))]
    fn pop(this: Handle<Self>, f: &Frame, args: Handle<Tuple>) -> Result<Handle<Any>> {
        call(f, this, "pop", args, None)
    }

    fn popitem(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        items(f, this)?.call_method(f, name!("popitem"), ())
    }

    #[hstack(signature = (key, default = None, /))]
    fn setdefault(
        this: Handle<Self>,
        f: &Frame,
        key: Handle<Any>,
        default: Option<Handle<Any>>,
    ) -> Result<Handle<Any>> {
        items(f, this)?.set_default(f, key, default)
    }

    #[hstack(signature = (*args, **kwargs))]
    fn update(this: Handle<Self>, f: &Frame, args: Handle<Tuple>, kwargs: Option<Handle<Dict>>) -> Result {
        call(f, this, "update", args, kwargs)?;
        Ok(())
    }

    fn clear(this: Handle<Self>, f: &Frame) -> Result {
        items(f, this)?.clear(f)
    }

    fn copy(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        like(f, items(f, this)?.copy(f)?.as_any())
    }

    #[classmethod]
    #[hstack(signature = (iterable, value = None, /))]
    fn fromkeys(
        cls: Handle<Type>,
        f: &Frame,
        iterable: Handle<Any>,
        value: Option<Handle<Any>>,
    ) -> Result<Handle<Any>> {
        let made: Handle<Any> = cls.call(f, ())?;
        for_each!(f, key in iterable, { made.set_item(f, key, value)? });
        Ok(made)
    }

    #[classmethod]
    fn __class_getitem__(cls: Handle<Type>, f: &Frame, item: Handle<Any>) -> Result<Handle<Any>> {
        imported!("types", "GenericAlias").get(f)?.call(f, (cls, item))
    }
}
