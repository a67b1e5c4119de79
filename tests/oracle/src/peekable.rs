//! An iterator that can be looked ahead in.

use hstack::exceptions::StopIteration;
use hstack::imported;
use hstack::prelude::*;
use hstack::{class, methods};

/// An iterator with `peek` and `prepend`.
#[class(name = "Peekable", subclass, weakref)]
pub struct Peekable {
    inner: Field<Any>,
    /// In reverse.
    ahead: FieldVec<Any>,
}

/// The next item, which stays in its place.
fn look<'f>(f: &Frame<'f>, this: Handle<'f, Peekable>) -> Result<Option<Handle<'f, Any>>> {
    let ahead = this.vec(Peekable::AHEAD);
    if let Some(last) = ahead.len(f)?.checked_sub(1) {
        return ahead.get(f, last).map(Some);
    }
    let inner = this.load(f, Peekable::INNER)?;
    let next: Result<Handle<Any>> = imported!("builtins", "next").get(f)?.call(f, (inner,));
    match next {
        Ok(item) => ahead.push(f, item).map(|()| Some(item)),
        Err(error) if error.is_instance::<StopIteration>(f) => Ok(None),
        Err(error) => Err(error),
    }
}

#[methods]
impl Peekable {
    #[new]
    fn new<'f>(f: &Frame<'f>, iterable: Handle<'f, Any>) -> Result<PeekableInit<'f>> {
        let inner = imported!("builtins", "iter").get(f)?.call(f, (iterable,))?;
        Ok(PeekableInit { inner: Some(inner), ahead: vec![] })
    }

    fn __iter__(this: Handle<Self>) -> Handle<Self> {
        this
    }

    fn __next__(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Any>>> {
        let item = look(f, this)?;
        this.vec(Peekable::AHEAD).pop(f)?;
        Ok(item)
    }

    fn __bool__(this: Handle<Self>, f: &Frame) -> Result<bool> {
        Ok(look(f, this)?.is_some())
    }

    #[hstack(signature = (*default))]
    fn peek(this: Handle<Self>, f: &Frame, default: Handle<Tuple>) -> Result<Handle<Any>> {
        match look(f, this)? {
            Some(item) => Ok(item),
            None if default.len(f)? > 0 => default.get(f, 0),
            None => Err(StopIteration::with_args(())),
        }
    }

    #[hstack(signature = (*items))]
    fn prepend(this: Handle<Self>, f: &Frame, items: Vec<Handle<Any>>) -> Result {
        let ahead = this.vec(Peekable::AHEAD);
        items.into_iter().rev().try_for_each(|item| ahead.push(f, item))
    }

    fn __length_hint__(this: Handle<Self>, f: &Frame) -> Result<usize> {
        let inner = this.load(f, Peekable::INNER)?;
        let hint: usize = imported!("operator", "length_hint").get(f)?.call(f, (inner,))?;
        Ok(hint + this.vec(Peekable::AHEAD).len(f)?)
    }
}
